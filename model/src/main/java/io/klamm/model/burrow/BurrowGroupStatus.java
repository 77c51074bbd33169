package io.klamm.model.burrow;

import java.util.List;
import java.util.Optional;

/**
 * Burrow's verdict on a group.
 *
 * @param status the worst of its partitions, but no worse than ERR
 * @param complete the share of its partitions whose windows are full, 0 to 1, with the precision of 32 bits
 * @param partitions all of them, by topic and number
 * @param maxLag the first of the partitions with the largest lag; empty where there is none
 * @param totalLag sum of the current lags
 */
public record BurrowGroupStatus(
        String cluster,
        String group,
        BurrowStatus status,
        float complete,
        List<BurrowPartitionStatus> partitions,
        Optional<BurrowPartitionStatus> maxLag,
        long totalLag) {

    public BurrowGroupStatus {
        partitions = List.copyOf(partitions);
    }

    /** What is said of a cluster or group that is not known. */
    public static BurrowGroupStatus notFound(String cluster, String group) {
        return new BurrowGroupStatus(cluster, group, BurrowStatus.NOTFOUND, 1, List.of(), Optional.empty(), 0);
    }

    public boolean found() {
        return status != BurrowStatus.NOTFOUND;
    }

    /** The partitions with which something is wrong. */
    public List<BurrowPartitionStatus> troubled() {
        return partitions.stream()
                .filter(partition -> partition.status().compareTo(BurrowStatus.OK) > 0)
                .toList();
    }
}
