package io.klamm.model.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is said of one group.
 *
 * @param verdict that of its worst partition; OK where it has none
 * @param muted true when the settings say that nobody is to be alarmed about it
 * @param source where its commits were learnt from
 * @param partitions sorted
 */
public record GroupVerdict(
        String group, Verdict verdict, boolean muted, Source source, List<PartitionVerdict> partitions) {

    /** Where commits are learnt from. */
    public enum Source {
        /** Every commit, from the topic {@code __consumer_offsets}. */
        OFFSETS_TOPIC,
        /** The newest commit at each reading, from the Admin API: a commit of the same offset cannot be told from none. */
        ADMIN_API,
        /** Commits that old consumers keep in ZooKeeper. */
        ZOOKEEPER
    }

    public GroupVerdict {
        partitions = List.copyOf(partitions);
    }

    /** The partition that the verdict comes from; the one with the larger lag where there are several. Empty for a group without partitions. */
    public Optional<PartitionVerdict> worst() {
        return partitions.stream()
                .max(Comparator.comparing(PartitionVerdict::verdict)
                        .thenComparing(partition -> partition.lag().orElse(-1)));
    }

    /** The largest lag in seconds of its partitions; empty where none is known. */
    public OptionalDouble maxLagSeconds() {
        return partitions.stream()
                .flatMap(partition -> partition.forecast().timeLag().stream())
                .mapToDouble(TimeLag::seconds)
                .max();
    }

    /** The time until the first of its partitions loses a record unread; empty where none will, or it is not known. */
    public OptionalDouble minSecondsUntilLoss() {
        return partitions.stream()
                .flatMapToDouble(partition -> partition.forecast().secondsUntilLoss().stream())
                .min();
    }
}
