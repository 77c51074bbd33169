package io.klamm.metrics;

import io.klamm.model.Broker;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import java.util.List;

/** What kafka_exporter says of brokers, topics and partitions. What is not known has no sample. */
final class TopicSamples<P> {

    private final SampleSink<P> sink;
    private final LabelCache<P> topics;
    private final boolean clusterLabel;
    private final P none;

    TopicSamples(SampleSink<P> sink, LabelCache<P> topics, boolean clusterLabel) {
        this.sink = sink;
        this.topics = topics;
        this.clusterLabel = clusterLabel;
        this.none = sink.labels();
    }

    void write(ClusterSnapshot snapshot) {
        brokers(
                snapshot.cluster(),
                snapshot.brokers().stream().filter(broker -> !broker.fenced()).toList());
        snapshot.topics().forEach(this::topic);
    }

    private void brokers(String cluster, List<Broker> alive) {
        sink.sample(Family.BROKERS, none, SampleSink.NO_PARTITION, none, alive.size());
        for (Broker broker : alive) {
            String id = Integer.toString(broker.id());
            P labels = clusterLabel
                    ? sink.labels("address", broker.address(), "cluster", cluster, "id", id)
                    : sink.labels("address", broker.address(), "id", id);
            sink.sample(Family.BROKER_INFO, labels, SampleSink.NO_PARTITION, none, 1);
        }
    }

    private void topic(Topic topic) {
        P labels = topics.of(topic.name());
        sink.sample(
                Family.TOPIC_PARTITIONS,
                none,
                SampleSink.NO_PARTITION,
                labels,
                topic.partitions().size());
        topic.partitions().forEach(partition -> partition(labels, partition));
    }

    private void partition(P topic, Partition partition) {
        if (partition.latestOffset() != Partition.UNKNOWN_OFFSET) {
            sample(Family.CURRENT_OFFSET, topic, partition, partition.latestOffset());
        }
        if (partition.earliestOffset() != Partition.UNKNOWN_OFFSET) {
            sample(Family.OLDEST_OFFSET, topic, partition, partition.earliestOffset());
        }
        if (!partition.offline()) {
            sample(Family.LEADER, topic, partition, partition.leader());
        }
        sample(Family.REPLICAS, topic, partition, partition.replicas().size());
        sample(Family.IN_SYNC_REPLICA, topic, partition, partition.isr().size());
        sample(Family.LEADER_IS_PREFERRED, topic, partition, partition.leaderIsPreferred() ? 1 : 0);
        sample(Family.UNDER_REPLICATED, topic, partition, partition.underReplicated() ? 1 : 0);
    }

    private void sample(Family family, P topic, Partition partition, long value) {
        sink.sample(family, none, partition.id(), topic, value);
    }
}
