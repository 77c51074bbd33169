package io.klamm.lag;

import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.Partition;
import io.klamm.model.PartitionLag;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The plain lag of every group of a snapshot: end offset less committed offset, in records.
 *
 * <p>Pure and without state. Rows are all partitions that a group has committed or that a member reads. What is not known stays absent: a
 * partition without commit, or whose leader did not answer, has no lag. Share groups keep no single offset; their brokers count for them.
 */
public final class LagCalculator {

    public ClusterLag lagOf(ClusterSnapshot snapshot) {
        Map<String, Topic> topics = new HashMap<>();
        snapshot.topics().forEach(topic -> topics.put(topic.name(), topic));
        return new ClusterLag(
                snapshot.groups().stream().map(group -> lagOf(group, topics)).toList());
    }

    private static GroupLag lagOf(Group group, Map<String, Topic> topics) {
        Map<TopicPartition, GroupMember> owners = owners(group);
        List<PartitionLag> rows = new ArrayList<>();
        for (GroupOffset offset : group.offsets().orElse(List.of())) {
            rows.add(committed(offset, end(offset.partition(), topics), owners.remove(offset.partition())));
        }
        // What is left is read by a member but not committed yet.
        owners.forEach((partition, owner) -> rows.add(uncommitted(partition, end(partition, topics), owner)));
        rows.sort(Comparator.comparing(PartitionLag::partition));
        return new GroupLag(group, rows, total(rows), topicCount(rows));
    }

    /** Members of a share group share their partitions: then the first is named. */
    private static Map<TopicPartition, GroupMember> owners(Group group) {
        Map<TopicPartition, GroupMember> owners = new HashMap<>();
        for (GroupMember member : group.members()) {
            member.assignment().forEach(partition -> owners.putIfAbsent(partition, member));
        }
        return owners;
    }

    private static OptionalLong end(TopicPartition partition, Map<String, Topic> topics) {
        Topic topic = topics.get(partition.topic());
        if (topic == null || partition.partition() >= topic.partitions().size()) {
            return OptionalLong.empty();
        }
        // Kafka numbers partitions from 0 without gaps, and a topic's are sorted.
        Partition read = topic.partitions().get(partition.partition());
        long latest = read.id() == partition.partition() ? read.latestOffset() : Partition.UNKNOWN_OFFSET;
        return latest == Partition.UNKNOWN_OFFSET ? OptionalLong.empty() : OptionalLong.of(latest);
    }

    private static PartitionLag committed(GroupOffset offset, OptionalLong end, @Nullable GroupMember owner) {
        OptionalLong committed = OptionalLong.of(offset.offset());
        if (offset.reportedLag().isPresent()) {
            return new PartitionLag(offset.partition(), committed, end, offset.reportedLag(), false, owner);
        }
        if (end.isEmpty()) {
            return new PartitionLag(offset.partition(), committed, end, OptionalLong.empty(), false, owner);
        }
        long behind = end.getAsLong() - offset.offset();
        return new PartitionLag(
                offset.partition(), committed, end, OptionalLong.of(Math.max(0, behind)), behind < 0, owner);
    }

    private static PartitionLag uncommitted(TopicPartition partition, OptionalLong end, GroupMember owner) {
        return new PartitionLag(partition, OptionalLong.empty(), end, OptionalLong.empty(), false, owner);
    }

    private static OptionalLong total(List<PartitionLag> rows) {
        long sum = 0;
        boolean known = false;
        for (PartitionLag row : rows) {
            if (row.lag().isPresent()) {
                sum += row.lag().getAsLong();
                known = true;
            }
        }
        return known ? OptionalLong.of(sum) : OptionalLong.empty();
    }

    private static int topicCount(List<PartitionLag> rows) {
        int count = 0;
        String last = "";
        for (PartitionLag row : rows) {
            if (!row.partition().topic().equals(last)) {
                last = row.partition().topic();
                count++;
            }
        }
        return count;
    }
}
