package io.klamm.kafka;

import com.google.re2j.Pattern;
import io.klamm.config.Format;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which names are read. RE2/J, so no pattern can hang a cycle. */
public final class NameFilter {

    /** How a pattern is written, within limits. */
    public static final Format<Pattern> PATTERN = PatternFormat.FORMAT;

    private static final NameFilter ALL = new NameFilter(List.of(), List.of());

    private final NameRule rule;

    private NameFilter(NameRule rule) {
        this.rule = rule;
    }

    /**
     * Names that match an include in full and no exclude.
     *
     * @param include empty means all names
     * @param exclude wins over include
     */
    public NameFilter(List<Pattern> include, List<Pattern> exclude) {
        this(new NameRule.InFull(List.copyOf(include), List.copyOf(exclude)));
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

    /** Names in which {@code allow} is found anywhere, and {@code deny} nowhere; throws {@link com.google.re2j.PatternSyntaxException}. */
    public static NameFilter anywhere(Optional<String> allow, Optional<String> deny) {
        return new NameFilter(new NameRule.Anywhere(allow.map(Pattern::compile), deny.map(Pattern::compile)));
    }

    /** Names that both let through. */
    public NameFilter and(NameFilter other) {
        return new NameFilter(new NameRule.Both(rule, other.rule));
    }

    /** Names that one of them lets through. */
    public NameFilter or(NameFilter other) {
        return new NameFilter(new NameRule.Either(rule, other.rule));
    }

    public boolean accepts(String name) {
        return rule.accepts(name);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NameFilter filter && rule.equals(filter.rule);
    }

    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    @Override
    public String toString() {
        return rule.toString();
    }
}
