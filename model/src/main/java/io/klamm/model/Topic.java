package io.klamm.model;

import java.util.List;
import java.util.Optional;

/**
 * One topic with all its partitions, sorted by number.
 *
 * @param name topic name
 * @param topicId Kafka's id of this very topic; a topic that was deleted and made again has another
 * @param internal true for Kafka's own topics
 * @param retention when its records are deleted, empty where that could not be read
 */
public record Topic(
        String name, String topicId, boolean internal, List<Partition> partitions, Optional<Retention> retention) {

    public Topic {
        partitions = List.copyOf(partitions);
    }

    public int replicationFactor() {
        return partitions.isEmpty() ? 0 : partitions.get(0).replicas().size();
    }

    public long underReplicatedPartitions() {
        return partitions.stream().filter(Partition::underReplicated).count();
    }

    public long offlinePartitions() {
        return partitions.stream().filter(Partition::offline).count();
    }
}
