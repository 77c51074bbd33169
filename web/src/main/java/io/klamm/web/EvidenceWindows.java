package io.klamm.web;

import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of the windows of a group's partitions goes into one answer, so that a group of thousands of partitions is still answered quickly. */
final class EvidenceWindows {

    /** Partitions whose window is written, the worst first. */
    static final int PARTITIONS = 50;

    /** Points of a window; of more, every so many is left out. */
    static final int POINTS = 120;

    private EvidenceWindows() {}

    /** The partitions whose window is written. */
    static Set<TopicPartition> shown(GroupVerdict group) {
        return group.partitions().stream()
                .sorted(Comparator.comparing(PartitionVerdict::verdict)
                        .thenComparingLong(partition -> partition.lag().orElse(-1))
                        .reversed())
                .limit(PARTITIONS)
                .map(PartitionVerdict::partition)
                .collect(Collectors.toSet());
    }

    /** At most {@link #POINTS} of them, evenly chosen, the first and the last among them. */
    static <T> List<T> thin(List<T> points) {
        if (points.size() <= POINTS) {
            return points;
        }
        List<T> thinned = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            thinned.add(points.get((int) ((long) i * (points.size() - 1) / (POINTS - 1))));
        }
        return thinned;
    }
}
