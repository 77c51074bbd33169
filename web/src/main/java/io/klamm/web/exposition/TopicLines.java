package io.klamm.web.exposition;

import io.klamm.model.Broker;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import java.util.List;
import java.util.Map;

/** Writes what kafka_exporter says of brokers, topics and partitions. What is not known has no line. */
final class TopicLines {

    private final Map<Family, Lines> lines;
    private final byte[] clusterLabel;

    /** @param clusterLabel {@code cluster="name"} and a comma, or nothing */
    TopicLines(Map<Family, Lines> lines, byte[] clusterLabel) {
        this.lines = lines;
        this.clusterLabel = clusterLabel;
    }

    void write(ClusterSnapshot snapshot) {
        brokers(snapshot.brokers().stream().filter(broker -> !broker.fenced()).toList());
        snapshot.topics().forEach(this::topic);
    }

    private void brokers(List<Broker> alive) {
        of(Family.BROKERS).only(alive.size());
        for (Broker broker : alive) {
            of(Family.BROKER_INFO)
                    .begin()
                    .append(LabelText.fragment("address=\"", broker.address(), "\","))
                    .append(clusterLabel)
                    .append(LabelText.fragment("id=\"", Integer.toString(broker.id()), "\""))
                    .end(1);
        }
    }

    private void topic(Topic topic) {
        of(Family.TOPIC_PARTITIONS)
                .begin()
                .append(LabelText.fragment("topic=\"", topic.name(), "\""))
                .end(topic.partitions().size());
        byte[] topicLabel = LabelText.fragment("\",topic=\"", topic.name(), "\"");
        topic.partitions().forEach(partition -> partition(topicLabel, partition));
    }

    private void partition(byte[] topic, Partition partition) {
        if (partition.latestOffset() != Partition.UNKNOWN_OFFSET) {
            line(Family.CURRENT_OFFSET, topic, partition, partition.latestOffset());
        }
        if (partition.earliestOffset() != Partition.UNKNOWN_OFFSET) {
            line(Family.OLDEST_OFFSET, topic, partition, partition.earliestOffset());
        }
        if (!partition.offline()) {
            line(Family.LEADER, topic, partition, partition.leader());
        }
        line(Family.REPLICAS, topic, partition, partition.replicas().size());
        line(Family.IN_SYNC_REPLICA, topic, partition, partition.isr().size());
        line(Family.LEADER_IS_PREFERRED, topic, partition, partition.leaderIsPreferred() ? 1 : 0);
        line(Family.UNDER_REPLICATED, topic, partition, partition.underReplicated() ? 1 : 0);
    }

    private void line(Family family, byte[] topic, Partition partition, long value) {
        of(family)
                .begin()
                .append(LabelText.PARTITION)
                .number(partition.id())
                .append(topic)
                .end(value);
    }

    private Lines of(Family family) {
        Lines found = lines.get(family);
        if (found == null) {
            throw new IllegalStateException("family: " + family + " (expected: lines for each family)");
        }
        return found;
    }
}
