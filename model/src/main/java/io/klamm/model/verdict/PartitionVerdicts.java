package io.klamm.model.verdict;

import io.klamm.model.TopicPartition;
import java.util.List;
import java.util.Optional;

/** Finds what is said of one partition among what is said of its group. */
public final class PartitionVerdicts {

    private PartitionVerdicts() {}

    /** Empty for a partition that is not judged. Looks at few of them, for they are sorted. */
    public static Optional<PartitionVerdict> find(GroupVerdict group, TopicPartition partition) {
        List<PartitionVerdict> sorted = group.partitions();
        int from = 0;
        int to = sorted.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = sorted.get(middle).partition().compareTo(partition);
            if (order == 0) {
                return Optional.of(sorted.get(middle));
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return Optional.empty();
    }
}
