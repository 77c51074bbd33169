package io.klamm.lag;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much a {@link LagKeeper} keeps, and what became of all that it was given since its start.
 *
 * @param groups groups that are kept
 * @param partitions pairs of a group and a partition
 * @param topics topics whose ends are kept
 * @param commits commits taken, tombstones not included
 * @param repeated commits that had come before
 * @param deleted tombstones
 * @param refused groups and partitions for which there was no room, each counted whenever it was asked for
 * @param corrected commits that a source had missed and that a reading of the Admin API showed
 */
public record LagCounts(
        long groups,
        long partitions,
        long topics,
        long commits,
        long repeated,
        long deleted,
        long refused,
        long corrected) {

    /** By name, for status pages and metrics. */
    public SortedMap<String, Long> byName() {
        return new TreeMap<>(Map.of(
                "groups", groups,
                "partitions", partitions,
                "topics", topics,
                "commits", commits,
                "repeated", repeated,
                "deleted", deleted,
                "refused", refused,
                "corrected", corrected));
    }
}
