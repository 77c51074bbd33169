package io.klamm.metrics;

import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.GroupLag;
import io.klamm.model.Partition;
import io.klamm.model.PartitionLag;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.ClusterVerdicts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What kafka-lag-exporter says of groups and of the partitions that they read. Of a group with members only what they have been given is said, of
 * one without members all that it has committed; a partition whose end is not known has no sample.
 */
final class LagExporterSamples<P> {

    private final SampleSink<P> sink;
    private final LabelCache<P> topics;
    private final P none;

    LagExporterSamples(SampleSink<P> sink, LabelCache<P> topics) {
        this.sink = sink;
        this.topics = topics;
        this.none = sink.labels();
    }

    void write(ClusterSnapshot snapshot, ClusterLag lag, ClusterVerdicts verdicts) {
        MemberSamples<P> members = new MemberSamples<>(sink, topics, snapshot.cluster());
        Set<TopicPartition> seen = new HashSet<>();
        for (GroupLag group : lag.groups()) {
            List<PartitionLag> partitions = watched(group);
            partitions.forEach(partition -> seen.add(partition.partition()));
            members.write(
                    group.group().id(), partitions, verdicts.of(group.group().id()));
        }
        snapshot.topics().forEach(topic -> offsets(topic, seen));
        sink.sample(
                Family.POLL_TIME,
                none,
                SampleSink.NO_PARTITION,
                none,
                snapshot.took().toMillis());
    }

    private static List<PartitionLag> watched(GroupLag group) {
        boolean memberless = group.group().members().isEmpty();
        return group.partitions().stream()
                .filter(partition -> partition.end().isPresent())
                .filter(partition -> memberless || partition.owner() != null)
                .toList();
    }

    private void offsets(Topic topic, Set<TopicPartition> seen) {
        P labels = topics.of(topic.name());
        for (Partition partition : topic.partitions()) {
            if (seen.contains(new TopicPartition(topic.name(), partition.id()))) {
                offset(Family.LATEST_OFFSET, labels, partition.id(), partition.latestOffset());
                offset(Family.EARLIEST_OFFSET, labels, partition.id(), partition.earliestOffset());
            }
        }
    }

    private void offset(Family family, P topic, int partition, long offset) {
        if (offset != Partition.UNKNOWN_OFFSET) {
            sink.sample(family, none, partition, topic, offset);
        }
    }
}
