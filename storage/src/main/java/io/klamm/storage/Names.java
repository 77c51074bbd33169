package io.klamm.storage;

import java.util.List;

/**
 * Label names or label values, sorted by the bytes of UTF-8 and without repeats.
 *
 * @param warnings what could not be asked, for a person
 * @param truncated whether there were more than the limit
 */
public record Names(List<String> names, List<String> warnings, boolean truncated) {

    public Names {
        names = List.copyOf(names);
        warnings = List.copyOf(warnings);
    }

    /** The first so many of sorted names, and whether there were more; 0 for all. */
    public static Names limited(List<String> sorted, List<String> warnings, int limit) {
        boolean truncated = limit > 0 && sorted.size() > limit;
        return new Names(truncated ? sorted.subList(0, limit) : sorted, warnings, truncated);
    }
}
