package io.klamm.kafka;

import io.klamm.model.Partition;
import io.klamm.model.Retention;
import io.klamm.model.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/** From Kafka's descriptions of topics to ours. Pure. */
final class TopicMapper {

    private final Set<Integer> alive;
    private final PartitionOffsets offsets;
    private final Map<String, Retention> retentions;

    /**
     * @param alive ids of the brokers that serve
     * @param retentions by topic name, as far as known
     */
    TopicMapper(Set<Integer> alive, PartitionOffsets offsets, Map<String, Retention> retentions) {
        this.alive = alive;
        this.offsets = offsets;
        this.retentions = retentions;
    }

    /** Whether the partition has a leader that could be asked for offsets. */
    static boolean hasLeader(TopicPartitionInfo partition) {
        return leader(partition) != Partition.NO_LEADER;
    }

    /** Node id of the leader, {@link Partition#NO_LEADER} when there is none. */
    static int leader(TopicPartitionInfo partition) {
        return id(partition.leader());
    }

    /** A topic of an earlier cycle, whose offsets are no longer known. */
    static Topic withoutOffsets(Topic topic) {
        List<Partition> partitions = topic.partitions().stream()
                .map(partition -> new Partition(
                        partition.id(),
                        partition.leader(),
                        partition.replicas(),
                        partition.isr(),
                        partition.eligibleLeaders(),
                        partition.lastKnownEligibleLeaders(),
                        partition.offlineReplicas(),
                        Partition.UNKNOWN_OFFSET,
                        Partition.UNKNOWN_OFFSET,
                        Partition.UNKNOWN_OFFSET))
                .toList();
        return new Topic(topic.name(), topic.topicId(), topic.internal(), partitions, topic.retention());
    }

    Topic topic(TopicDescription topic) {
        List<Partition> partitions = new ArrayList<>();
        for (TopicPartitionInfo partition : topic.partitions()) {
            partitions.add(partition(topic.name(), partition));
        }
        partitions.sort(Comparator.comparingInt(Partition::id));
        return new Topic(
                topic.name(),
                topic.topicId().toString(),
                topic.isInternal(),
                partitions,
                Optional.ofNullable(retentions.get(topic.name())));
    }

    private Partition partition(String topic, TopicPartitionInfo partition) {
        TopicPartition key = new TopicPartition(topic, partition.partition());
        List<Integer> replicas = ids(partition.replicas());
        return new Partition(
                partition.partition(),
                id(partition.leader()),
                replicas,
                ids(partition.isr()),
                ids(partition.elr()),
                ids(partition.lastKnownElr()),
                replicas.stream().filter(replica -> !alive.contains(replica)).toList(),
                offsets.earliest(key),
                offsets.latest(key),
                offsets.stable(key));
    }

    private static int id(@Nullable Node node) {
        return node == null || node.isEmpty() ? Partition.NO_LEADER : node.id();
    }

    private static List<Integer> ids(@Nullable List<Node> nodes) {
        return nodes == null ? List.of() : nodes.stream().map(Node::id).toList();
    }
}
