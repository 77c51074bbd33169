package io.klamm.kafka;

import io.klamm.model.Partition;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * From which offset to which the partitions of one cycle reach, as far as their leaders told; {@link Partition#UNKNOWN_OFFSET} where they did not.
 *
 * @param earliest first offsets
 * @param latest end offsets
 * @param stable last stable offsets
 */
record PartitionOffsets(
        Map<TopicPartition, Long> earliest, Map<TopicPartition, Long> latest, Map<TopicPartition, Long> stable) {

    PartitionOffsets {
        earliest = Map.copyOf(earliest);
        latest = Map.copyOf(latest);
        stable = Map.copyOf(stable);
    }

    long earliest(TopicPartition partition) {
        return earliest.getOrDefault(partition, Partition.UNKNOWN_OFFSET);
    }

    long latest(TopicPartition partition) {
        return latest.getOrDefault(partition, Partition.UNKNOWN_OFFSET);
    }

    /** Asked at the same time as the end, it may be a moment younger; it is never told to be beyond it. */
    long stable(TopicPartition partition) {
        long told = stable.getOrDefault(partition, Partition.UNKNOWN_OFFSET);
        return latest.containsKey(partition) ? Math.min(told, latest(partition)) : told;
    }
}
