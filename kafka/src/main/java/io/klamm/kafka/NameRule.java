package io.klamm.kafka;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** How a {@link NameFilter} decides. */
sealed interface NameRule {

    boolean accepts(String name);

    /** An include matches in full, or there is none; no exclude does. */
    record InFull(List<Pattern> include, List<Pattern> exclude) implements NameRule {

        @Override
        public boolean accepts(String name) {
            return (include.isEmpty() || matchesAny(include, name)) && !matchesAny(exclude, name);
        }

        private static boolean matchesAny(List<Pattern> patterns, String name) {
            return patterns.stream().anyMatch(pattern -> pattern.matches(name));
        }

        @Override
        public String toString() {
            return "include " + include + ", exclude " + exclude;
        }
    }

    /** A pattern is found anywhere in the name, or there is none; the other is found nowhere. */
    record Anywhere(Optional<Pattern> allow, Optional<Pattern> deny) implements NameRule {

        @Override
        public boolean accepts(String name) {
            return allow.map(pattern -> found(pattern, name)).orElse(true)
                    && !deny.map(pattern -> found(pattern, name)).orElse(false);
        }

        private static boolean found(Pattern pattern, String name) {
            return pattern.matcher(name).find();
        }

        @Override
        public String toString() {
            return "with " + allow.map(Pattern::pattern).orElse("anything") + ", without "
                    + deny.map(Pattern::pattern).orElse("nothing");
        }
    }

    record Both(NameRule one, NameRule other) implements NameRule {

        @Override
        public boolean accepts(String name) {
            return one.accepts(name) && other.accepts(name);
        }

        @Override
        public String toString() {
            return "(" + one + ") and (" + other + ")";
        }
    }

    record Either(NameRule one, NameRule other) implements NameRule {

        @Override
        public boolean accepts(String name) {
            return one.accepts(name) || other.accepts(name);
        }

        @Override
        public String toString() {
            return "(" + one + ") or (" + other + ")";
        }
    }
}
