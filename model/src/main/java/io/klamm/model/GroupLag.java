package io.klamm.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * One group's lag on all that it reads or has committed.
 *
 * @param partitions sorted by partition
 * @param total sum of the known lags; empty when none is known (a group without commits has no lag, which is neither 0 nor -1)
 * @param topics how many topics it reads or has committed on
 */
public record GroupLag(Group group, List<PartitionLag> partitions, OptionalLong total, int topics) {

    public GroupLag {
        partitions = List.copyOf(partitions);
    }
}
