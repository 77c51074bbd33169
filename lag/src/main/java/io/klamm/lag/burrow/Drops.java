package io.klamm.lag.burrow;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts commits by what became of them. */
final class Drops {

    /** Why a commit is not in the window. */
    enum Reason {
        /** Its group is not among those that are stored. */
        FILTERED("filtered"),
        /** It is older than {@code expire-group}. */
        TOO_OLD("too_old"),
        /** The end offset of its partition is not known. */
        UNKNOWN_END("unknown_end"),
        /** A newer window is full already, or the commit was there. */
        LATE("late"),
        /** It says that a commit was deleted, which Burrow does not heed. */
        TOMBSTONE("tombstone"),
        /** Its target had been forgotten. */
        FORGOTTEN("forgotten"),
        /** There are as many partitions of groups as may be. */
        LIMIT("limit");

        private final String label;

        Reason(String label) {
            this.label = label;
        }
    }

    private final Map<Reason, long[]> counts = new EnumMap<>(Reason.class);
    private long stored;

    Drops() {
        for (Reason reason : Reason.values()) {
            counts.put(reason, new long[1]);
        }
    }

    void stored() {
        stored++;
    }

    void add(Reason reason) {
        long[] count = counts.get(reason);
        if (count != null) {
            count[0]++;
        }
    }

    /** Commits stored, by the name {@code stored}, and dropped, by reason. */
    SortedMap<String, Long> toMap() {
        SortedMap<String, Long> map = new TreeMap<>();
        map.put("stored", stored);
        counts.forEach((reason, count) -> map.put(reason.label, count[0]));
        return map;
    }
}
