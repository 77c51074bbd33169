package io.klamm.lag;

import io.klamm.lag.judge.Ownership;
import io.klamm.lag.judge.Ownership.Members;
import io.klamm.model.Group;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is kept of one group. Guarded by the keeper's lock. */
final class GroupCommits {

    final String name;
    final int bornIn;
    private final Map<String, TopicCommits> topics = new TreeMap<>();
    private Source source;
    private Members members = Members.UNKNOWN;
    private List<TopicPartition> uncommitted = List.of();
    private List<GroupOffset> shared = List.of();

    GroupCommits(String name, Source source, int bornIn) {
        this.name = name;
        this.source = source;
        this.bornIn = bornIn;
    }

    Source source() {
        return source;
    }

    void source(Source now) {
        source = now;
    }

    Collection<TopicCommits> topics() {
        return topics.values();
    }

    @Nullable
    TopicCommits topic(String topic) {
        return topics.get(topic);
    }

    void add(TopicCommits topic) {
        topics.put(topic.name, topic);
    }

    @Nullable
    PartitionCommits partition(String topic, int partition) {
        TopicCommits found = topics.get(topic);
        return found == null ? null : found.get(partition);
    }

    /** The newest commits that sources have told of. */
    List<ToldCommit> told() {
        List<ToldCommit> told = new ArrayList<>();
        for (TopicCommits topic : topics.values()) {
            for (int partition = 0; partition < topic.size(); partition++) {
                PartitionCommits kept = topic.get(partition);
                if (kept != null && kept.told() != CommitBatch.DELETED) {
                    told.add(new ToldCommit(new TopicPartition(topic.name, partition), kept.told(), kept.toldAt()));
                }
            }
        }
        return told;
    }

    /** Partitions that a member reads and that were never committed. */
    List<TopicPartition> uncommitted() {
        return uncommitted;
    }

    /** Where a share group stands. */
    List<GroupOffset> shared() {
        return shared;
    }

    Ownership ownership(TopicCommits topic, boolean owned) {
        return new Ownership(members, owned, topic.unownedSince());
    }

    /** Takes who reads what. */
    void observe(Group group, long time) {
        members = members(group);
        shared = group.type() == GroupType.SHARE ? group.offsets().orElse(shared) : List.of();
        topics.values().forEach(GroupCommits::disown);
        Set<String> read = new HashSet<>();
        List<TopicPartition> missing = new ArrayList<>();
        for (GroupMember member : group.members()) {
            for (TopicPartition partition : member.assignment()) {
                read.add(partition.topic());
                PartitionCommits kept = partition(partition.topic(), partition.partition());
                if (kept == null) {
                    missing.add(partition);
                } else {
                    kept.owned(true);
                }
            }
        }
        uncommitted = group.type() == GroupType.SHARE ? List.of() : List.copyOf(missing);
        // Members of whom it is not known what they read prove nothing.
        boolean tells = members == Members.STEADY && !read.isEmpty();
        if (tells) {
            topics.values().forEach(topic -> topic.read(read.contains(topic.name), time));
        }
    }

    private static void disown(TopicCommits topic) {
        for (int i = 0; i < topic.size(); i++) {
            PartitionCommits kept = topic.get(i);
            if (kept != null) {
                kept.owned(false);
            }
        }
    }

    private static Members members(Group group) {
        if (!group.members().isEmpty()) {
            return group.state().equalsIgnoreCase("Stable") ? Members.STEADY : Members.REBALANCING;
        }
        boolean none = group.state().equalsIgnoreCase("Empty") || group.state().equalsIgnoreCase("Dead");
        return none ? Members.NONE : Members.UNKNOWN;
    }

    /** How many partitions something is kept of; topics of which nothing is left are let go. */
    int sweep() {
        int kept = 0;
        for (TopicCommits topic : List.copyOf(topics.values())) {
            int partitions = topic.sweep();
            if (partitions == 0) {
                topics.remove(topic.name);
            }
            kept += partitions;
        }
        return kept;
    }

    /** Nothing is kept any more. */
    void forget() {
        for (TopicCommits topic : topics.values()) {
            for (int i = 0; i < topic.size(); i++) {
                topic.remove(i);
            }
        }
    }
}
