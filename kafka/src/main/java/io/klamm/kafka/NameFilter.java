package io.klamm.kafka;

import com.google.re2j.Pattern;
import java.util.List;

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
