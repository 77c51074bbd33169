package io.klamm.lag.burrow;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupMember;
import io.klamm.model.Partition;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes from a reading of the cluster what Burrow asks Kafka for. What a reading could not see is not taken for gone. */
final class SnapshotIntake {

    private final BurrowStore store;
    private final boolean reap;

    SnapshotIntake(BurrowStore store, boolean reap) {
        this.store = store;
        this.reap = reap;
    }

    void take(ClusterSnapshot snapshot) {
        if (complete(snapshot, "topics")) {
            forgetTopics(snapshot.topics());
        }
        for (Topic topic : snapshot.topics()) {
            take(topic, snapshot.takenAt().toEpochMilli());
        }
        for (Group group : snapshot.groups()) {
            own(group);
        }
        if (reap && complete(snapshot, "groups")) {
            forgetGroups(snapshot.groups());
        }
    }

    private static boolean complete(ClusterSnapshot snapshot, String fact) {
        return snapshot.problems().stream()
                .noneMatch(
                        problem -> problem.fact().equals(fact) || problem.fact().equals("brokers"));
    }

    private void forgetTopics(List<Topic> topics) {
        Set<String> there = topics.stream().map(Topic::name).collect(Collectors.toSet());
        for (String name : store.ends().sortedNames()) {
            if (!there.contains(name)) {
                store.removeTopic(name);
            }
        }
    }

    private void take(Topic topic, long timeMillis) {
        TopicEnds known = store.ends().topic(topic.name());
        if (known != null && !known.is(topic.topicId())) {
            // Deleted and made again between two readings: Burrow misses that, and then counts on with the offsets of
            // the old topic.
            store.removeTopic(topic.name());
        }
        store.ends().add(topic.name(), ends(topic), timeMillis).identify(topic.topicId());
    }

    private static long[] ends(Topic topic) {
        int count = topic.partitions().stream().mapToInt(Partition::id).max().orElse(-1) + 1;
        long[] ends = new long[count];
        Arrays.fill(ends, TopicEnds.UNKNOWN);
        for (Partition partition : topic.partitions()) {
            ends[partition.id()] =
                    partition.latestOffset() == Partition.UNKNOWN_OFFSET ? TopicEnds.UNKNOWN : partition.latestOffset();
        }
        return ends;
    }

    /** Only groups that have committed: Burrow lists others too, until they are read, which would make them come and go. */
    private void own(Group group) {
        GroupWindows known = store.group(group.id());
        if (known == null || known.lastCommitMillis() == 0) {
            return;
        }
        known.disown();
        for (GroupMember member : group.members()) {
            for (TopicPartition partition : member.assignment()) {
                store.own(group.id(), partition.topic(), partition.partition(), "/" + member.host(), member.clientId());
            }
        }
    }

    private void forgetGroups(List<Group> groups) {
        Set<String> there = new HashSet<>();
        groups.forEach(group -> there.add(group.id()));
        for (String name : store.groupNames()) {
            GroupWindows group = store.group(name);
            if (group != null && !group.onlyFromZooKeeper() && !there.contains(name)) {
                store.removeGroup(name);
            }
        }
    }
}
