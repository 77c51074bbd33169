package io.klamm.kafka;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the snapshot before still has to say: the groups and topics that nobody answered for in this cycle, and which topics have been made again since. Pure.
 */
final class Earlier {

    private static final Duration KEEP = Duration.ofMinutes(10);

    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();

    private Earlier() {}

    static Earlier nothing() {
        return new Earlier();
    }

    static Earlier of(ClusterSnapshot snapshot) {
        Earlier earlier = new Earlier();
        snapshot.topics().forEach(topic -> earlier.topics.put(topic.name(), topic));
        snapshot.groups().forEach(group -> earlier.groups.put(group.id(), group));
        return earlier;
    }

    /** The topic as it was, if it is still the same one. */
    Optional<Topic> topic(String name, String topicId) {
        return Optional.ofNullable(topics.get(name))
                .filter(topic -> topic.topicId().equals(topicId));
    }

    /** The group as it was, unless that is more than 10 minutes ago. */
    Optional<Group> group(String id, Instant now) {
        return Optional.ofNullable(groups.get(id))
                .filter(group -> group.readAt().plus(KEEP).isAfter(now));
    }

    /** The groups other than these, unless they are from more than 10 minutes ago. */
    Map<String, Group> groupsWithout(Set<String> ids, Instant now) {
        Map<String, Group> others = new TreeMap<>();
        groups.keySet().stream().filter(id -> !ids.contains(id)).forEach(id -> group(id, now)
                .ifPresent(group -> others.put(id, group)));
        return others;
    }

    int coordinator(String group) {
        Group before = groups.get(group);
        return before == null ? Gathering.NO_BROKER : before.coordinator();
    }

    /** The names of topics that exist under another id than before. */
    Set<String> madeAgain(List<Topic> current) {
        Set<String> names = new HashSet<>();
        for (Topic topic : current) {
            Topic before = topics.get(topic.name());
            if (before != null && !before.topicId().equals(topic.topicId())) {
                names.add(topic.name());
            }
        }
        return names;
    }

    /**
     * The group without commits that belong to the topic of the same name that was deleted: all of them when the group itself is from before, else those that have not
     * moved since (the broker forgets them a moment after the topic is gone).
     */
    Group withoutStaleCommits(Group group, Set<String> madeAgain) {
        if (madeAgain.isEmpty() || group.offsets().isEmpty()) {
            return group;
        }
        Group before = groups.get(group.id());
        Map<TopicPartition, Long> known = commits(before);
        boolean old = before != null && before.readAt().equals(group.readAt());
        List<GroupOffset> kept = group.offsets().orElseThrow().stream()
                .filter(offset -> !madeAgain.contains(offset.partition().topic())
                        || (!old && !Long.valueOf(offset.offset()).equals(known.get(offset.partition()))))
                .toList();
        return new Group(
                group.id(),
                group.type(),
                group.state(),
                group.protocol(),
                group.coordinator(),
                group.members(),
                Optional.of(kept),
                group.readAt());
    }

    private static Map<TopicPartition, Long> commits(@Nullable Group group) {
        Map<TopicPartition, Long> commits = new HashMap<>();
        if (group != null) {
            group.offsets().orElse(List.of()).forEach(offset -> commits.put(offset.partition(), offset.offset()));
        }
        return commits;
    }
}
