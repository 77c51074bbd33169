package io.klamm.web.burrow;

import java.util.List;
import java.util.OptionalLong;

/** Writes the end offsets of a topic. */
final class Offsets {

    private static final long UNKNOWN = -1;

    private Offsets() {}

    /** @param dense whether partitions whose end is not known are left out, and not written as -1 */
    static void write(GoJson json, List<OptionalLong> ends, boolean dense) {
        List<OptionalLong> shown =
                dense ? ends.stream().filter(OptionalLong::isPresent).toList() : ends;
        json.array("offsets", shown, (out, end) -> out.element(end.orElse(UNKNOWN)));
    }
}
