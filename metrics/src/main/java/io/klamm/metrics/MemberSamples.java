package io.klamm.metrics;

import io.klamm.model.GroupMember;
import io.klamm.model.PartitionLag;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdicts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** kafka-lag-exporter's samples of one group after the other: its partitions with the member that reads each, its sums and maxima. */
final class MemberSamples<P> {

    /** What stands for each label of a partition that no member reads. */
    private static final String NOBODY = "unknown";

    private final SampleSink<P> sink;
    private final LabelCache<P> topics;
    private final String cluster;
    private final P none;

    /** @param cluster its name, which every sample carries */
    MemberSamples(SampleSink<P> sink, LabelCache<P> topics, String cluster) {
        this.sink = sink;
        this.topics = topics;
        this.cluster = cluster;
        this.none = sink.labels();
    }

    /** @param partitions sorted by topic */
    void write(String group, List<PartitionLag> partitions, Optional<GroupVerdict> verdict) {
        if (partitions.isEmpty()) {
            return;
        }
        LagSums all = new LagSums();
        P nobody = labels(group, NOBODY, NOBODY, NOBODY);
        Map<String, P> members = new HashMap<>();
        Map<String, LagSums> byTopic = new TreeMap<>();
        for (PartitionLag partition : partitions) {
            GroupMember owner = partition.owner();
            P labels = owner == null
                    ? nobody
                    : members.computeIfAbsent(
                            owner.memberId(), id -> labels(group, owner.clientId(), id, "/" + owner.host()));
            double seconds = seconds(partition, verdict);
            partition(partition, labels, seconds);
            byTopic.computeIfAbsent(partition.partition().topic(), topic -> new LagSums())
                    .add(partition, seconds);
            all.add(partition, seconds);
        }
        sums(group, all, byTopic);
    }

    private static double seconds(PartitionLag partition, Optional<GroupVerdict> verdict) {
        if (partition.lag().isEmpty()) {
            return Double.NaN;
        }
        return verdict.flatMap(group -> PartitionVerdicts.find(group, partition.partition()))
                .flatMap(said -> said.forecast().timeLag())
                .map(lag -> lag.seconds())
                .orElse(Double.NaN);
    }

    private void partition(PartitionLag partition, P labels, double seconds) {
        int number = partition.partition().partition();
        P topic = topics.of(partition.partition().topic());
        if (partition.lag().isPresent() && partition.committed().isPresent()) {
            sink.sample(
                    Family.MEMBER_OFFSET,
                    labels,
                    number,
                    topic,
                    partition.committed().getAsLong());
            sink.sample(
                    Family.MEMBER_LAG, labels, number, topic, partition.lag().getAsLong());
        } else {
            sink.sample(Family.MEMBER_OFFSET, labels, number, topic, Double.NaN);
            sink.sample(Family.MEMBER_LAG, labels, number, topic, Double.NaN);
        }
        sink.sample(Family.MEMBER_LAG_SECONDS, labels, number, topic, seconds);
    }

    private void sums(String group, LagSums all, Map<String, LagSums> byTopic) {
        P labels = sink.labels("group", group);
        sink.sample(Family.GROUP_MAX_LAG, labels, SampleSink.NO_PARTITION, none, all.max());
        sink.sample(Family.GROUP_MAX_LAG_SECONDS, labels, SampleSink.NO_PARTITION, none, all.maxSeconds());
        sink.sample(Family.GROUP_SUM_LAG, labels, SampleSink.NO_PARTITION, none, all.sum());
        byTopic.forEach((topic, sums) ->
                sink.sample(Family.GROUP_TOPIC_SUM_LAG, labels, SampleSink.NO_PARTITION, topics.of(topic), sums.sum()));
    }

    private P labels(String group, String client, String member, String host) {
        return sink.labels(
                "client_id",
                client,
                "cluster_name",
                cluster,
                "consumer_id",
                member,
                "group",
                group,
                "member_host",
                host);
    }
}
