package io.klamm.web.exposition;

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
import java.util.Map;
import java.util.Set;

/**
 * Writes what kafka-lag-exporter says of groups and of the partitions that they read. Of a group with members only what they have been given is
 * written, of one without members all that it has committed; a partition whose end is not known has no line.
 */
final class LagExporterLines {

    private final Map<Family, Lines> lines;
    private final MemberLines members;

    /** @param cluster its name, which every line carries */
    LagExporterLines(Map<Family, Lines> lines, String cluster) {
        this.lines = lines;
        this.members = new MemberLines(lines, cluster);
    }

    void write(ClusterSnapshot snapshot, ClusterLag lag, ClusterVerdicts verdicts) {
        Set<TopicPartition> seen = new HashSet<>();
        for (GroupLag group : lag.groups()) {
            List<PartitionLag> partitions = watched(group);
            partitions.forEach(partition -> seen.add(partition.partition()));
            members.write(
                    group.group().id(), partitions, verdicts.of(group.group().id()));
        }
        snapshot.topics().forEach(topic -> offsets(topic, seen));
        of(Family.POLL_TIME).only(snapshot.took().toMillis());
    }

    private static List<PartitionLag> watched(GroupLag group) {
        boolean memberless = group.group().members().isEmpty();
        return group.partitions().stream()
                .filter(partition -> partition.end().isPresent())
                .filter(partition -> memberless || partition.owner() != null)
                .toList();
    }

    private void offsets(Topic topic, Set<TopicPartition> seen) {
        byte[] label = LabelText.fragment("\",topic=\"", topic.name(), "\"");
        for (Partition partition : topic.partitions()) {
            if (seen.contains(new TopicPartition(topic.name(), partition.id()))) {
                offset(Family.LATEST_OFFSET, label, partition.id(), partition.latestOffset());
                offset(Family.EARLIEST_OFFSET, label, partition.id(), partition.earliestOffset());
            }
        }
    }

    private void offset(Family family, byte[] label, int partition, long offset) {
        if (offset != Partition.UNKNOWN_OFFSET) {
            of(family)
                    .begin()
                    .append(LabelText.PARTITION)
                    .number(partition)
                    .append(label)
                    .end(offset);
        }
    }

    private Lines of(Family family) {
        return Rendering.of(lines, family);
    }
}
