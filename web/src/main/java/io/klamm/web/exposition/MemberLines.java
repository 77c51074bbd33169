package io.klamm.web.exposition;

import io.klamm.model.GroupMember;
import io.klamm.model.PartitionLag;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.web.tables.PartitionVerdicts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes kafka-lag-exporter's lines of one group after the other: its partitions with the member that reads each, its sums and maxima. */
final class MemberLines {

    /** What stands for each label of a partition that no member reads. */
    private static final String NOBODY = "unknown";

    private final Map<Family, Lines> lines;
    private final String cluster;
    private final TopicLabels topics = new TopicLabels();

    /** @param cluster its name, which every line carries */
    MemberLines(Map<Family, Lines> lines, String cluster) {
        this.lines = lines;
        this.cluster = cluster;
    }

    /** @param partitions sorted by topic */
    void write(String group, List<PartitionLag> partitions, Optional<GroupVerdict> verdict) {
        if (partitions.isEmpty()) {
            return;
        }
        LagSums all = new LagSums();
        byte[] nobody = labels(group, NOBODY, NOBODY, NOBODY);
        Map<String, byte[]> members = new HashMap<>();
        Map<String, LagSums> byTopic = new HashMap<>();
        for (PartitionLag partition : partitions) {
            byte[] labels = partition.owner() == null ? nobody : labels(group, partition.owner(), members);
            double seconds = seconds(partition, verdict);
            line(partition, labels, seconds);
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

    private void line(PartitionLag partition, byte[] labels, double seconds) {
        int number = partition.partition().partition();
        byte[] topic = topics.of(partition.partition().topic());
        Lines offset =
                of(Family.MEMBER_OFFSET).begin().append(labels).number(number).append(topic);
        Lines lag = of(Family.MEMBER_LAG).begin().append(labels).number(number).append(topic);
        Lines lagSeconds = of(Family.MEMBER_LAG_SECONDS)
                .begin()
                .append(labels)
                .number(number)
                .append(topic);
        if (partition.lag().isPresent() && partition.committed().isPresent()) {
            offset.end(partition.committed().getAsLong());
            lag.end(partition.lag().getAsLong());
        } else {
            offset.end(Double.NaN);
            lag.end(Double.NaN);
        }
        lagSeconds.end(seconds);
    }

    private void sums(String group, LagSums all, Map<String, LagSums> byTopic) {
        byte[] label = LabelText.fragment("group=\"", group, "\"");
        of(Family.GROUP_MAX_LAG).begin().append(label).end(all.max());
        of(Family.GROUP_MAX_LAG_SECONDS).begin().append(label).end(all.maxSeconds());
        of(Family.GROUP_SUM_LAG).begin().append(label).end(all.sum());
        byte[] start = LabelText.fragment("group=\"", group, "");
        byTopic.forEach((topic, sums) -> of(Family.GROUP_TOPIC_SUM_LAG)
                .begin()
                .append(start)
                .append(topics.of(topic))
                .end(sums.sum()));
    }

    private byte[] labels(String group, GroupMember member, Map<String, byte[]> known) {
        return known.computeIfAbsent(
                member.memberId(), id -> labels(group, member.clientId(), id, "/" + member.host()));
    }

    /** All labels up to the partition's number. */
    private byte[] labels(String group, String client, String member, String host) {
        return LabelText.labels(
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

    private Lines of(Family family) {
        return Rendering.of(lines, family);
    }
}
