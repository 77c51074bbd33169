package io.klamm.lag;

import io.klamm.model.OffsetRange;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All groups of a cluster of which something is kept, within limits. Guarded by the keeper's lock. */
final class KnownGroups {

    private final TreeMap<String, GroupCommits> groups = new TreeMap<>();
    private final LagLimits limits;
    private final Tally tally;
    private LagSettings settings;
    private Refused refused = new Refused();
    private int partitions;
    private int reading;

    KnownGroups(LagSettings settings, LagLimits limits, Tally tally) {
        this.settings = settings;
        this.limits = limits;
        this.tally = tally;
    }

    LagSettings settings() {
        return settings;
    }

    void settings(LagSettings now) {
        settings = now;
        groups.values().forEach(group -> group.topics().forEach(topic -> tolerate(group.name, topic)));
    }

    private void tolerate(String group, TopicCommits topic) {
        topic.tolerate(settings.tolerance(group, topic.name), settings.mutes(group, topic.name));
    }

    Collection<GroupCommits> all() {
        return groups.values();
    }

    List<String> names() {
        return new ArrayList<>(groups.keySet());
    }

    @Nullable
    GroupCommits get(String name) {
        return groups.get(name);
    }

    int size() {
        return groups.size();
    }

    int partitions() {
        return partitions;
    }

    /** The group, made where there is none; null where there is no room. */
    @Nullable
    GroupCommits group(String name, Source source) {
        GroupCommits known = groups.get(name);
        if (known == null && groups.size() < limits.groups()) {
            known = new GroupCommits(name, source, reading);
            groups.put(name, known);
        }
        if (known == null) {
            tally.refused++;
        }
        return known;
    }

    /** What is kept of a partition, made where there is nothing; a stand-in where there is no room. */
    CommitTarget target(Source source, String groupName, String topicName, int partition) {
        GroupCommits group = group(groupName, source);
        if (group == null) {
            return refused;
        }
        PartitionCommits kept = partition(group, topicName, partition);
        return kept == null ? refused : kept;
    }

    /** The same; null where there is no room. */
    @Nullable
    PartitionCommits partition(GroupCommits group, String topicName, int partition) {
        PartitionCommits kept = group.partition(topicName, partition);
        if (kept != null) {
            return kept;
        }
        if (partitions >= limits.partitions()) {
            tally.refused++;
            return null;
        }
        TopicCommits topic = group.topic(topicName);
        if (topic == null) {
            topic = new TopicCommits(
                    topicName, settings.tolerance(group.name, topicName), settings.mutes(group.name, topicName));
            group.add(topic);
        }
        partitions++;
        return topic.add(partition, reading);
    }

    /** Tells all groups that stand at the beginning of a range that it has no record. */
    void empty(OffsetRange range) {
        for (GroupCommits group : groups.values()) {
            PartitionCommits kept =
                    group.partition(range.partition().topic(), range.partition().partition());
            if (kept != null) {
                kept.empty(range.from(), range.to());
            }
        }
    }

    void remove(String name) {
        GroupCommits removed = groups.remove(name);
        if (removed != null) {
            removed.forget();
        }
    }

    /** Removes what no reading shows any more. What was first heard of during the reading may be too new for it, and gets another. */
    void retain(Set<String> present) {
        for (GroupCommits group : List.copyOf(groups.values())) {
            boolean gone = !present.contains(group.name) && group.bornIn < reading;
            if (gone && group.source() != Source.ZOOKEEPER) {
                remove(group.name);
            }
        }
    }

    /** Number of the present reading. */
    int reading() {
        return reading;
    }

    /** Lets go of what was deleted, and makes room for those who were refused. */
    void sweep() {
        reading++;
        partitions = groups.values().stream().mapToInt(GroupCommits::sweep).sum();
        if (groups.size() < limits.groups() && partitions < limits.partitions()) {
            refused.end();
            refused = new Refused();
        }
    }
}
