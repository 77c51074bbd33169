package io.klamm.kafka;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which names are read: those that match an include in full and no exclude. RE2/J, so no pattern can hang a cycle. */
public final class NameFilter {

    private static final NameFilter ALL = new NameFilter(List.of(), List.of());

    private final List<Pattern> include;
    private final List<Pattern> exclude;

    /**
     * @param include empty means all names
     * @param exclude wins over include
     */
    public NameFilter(List<Pattern> include, List<Pattern> exclude) {
        this.include = List.copyOf(include);
        this.exclude = List.copyOf(exclude);
    }

    public static NameFilter all() {
        return ALL;
    }

    /** This name and no other. */
    public static NameFilter only(String name) {
        return new NameFilter(List.of(Pattern.compile(Pattern.quote(name))), List.of());
    }

    /** The same from texts; throws {@link com.google.re2j.PatternSyntaxException}. */
    public static NameFilter of(List<String> include, List<String> exclude) {
        return new NameFilter(
                include.stream().map(Pattern::compile).toList(),
                exclude.stream().map(Pattern::compile).toList());
    }

    public boolean accepts(String name) {
        return (include.isEmpty() || matchesAny(include, name)) && !matchesAny(exclude, name);
    }

    /** The same for one cycle: no name is matched twice. Safe for use by several threads. */
    Memo memo() {
        return new Memo(this);
    }

    /** Remembers what became of each name. */
    static final class Memo implements Predicate<String> {

        private final NameFilter filter;
        private final Map<String, Boolean> known = new ConcurrentHashMap<>();

        private Memo(NameFilter filter) {
            this.filter = filter;
        }

        @Override
        public boolean test(String name) {
            return known.computeIfAbsent(name, filter::accepts);
        }
    }

    private static boolean matchesAny(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NameFilter filter && toString().equals(filter.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "include " + include + ", exclude " + exclude;
    }
}
