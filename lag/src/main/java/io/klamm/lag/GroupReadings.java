package io.klamm.lag;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.OffsetRange;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reading of the cluster says of its groups: members, and the commits that no source told of. Guarded by the keeper's lock.
 */
final class GroupReadings {

    private final KnownGroups groups;
    private final KnownTopics topics;
    private final Questions questions;
    private final Tally tally;

    GroupReadings(KnownGroups groups, KnownTopics topics, Questions questions, Tally tally) {
        this.groups = groups;
        this.topics = topics;
        this.questions = questions;
        this.tally = tally;
    }

    /**
     * Takes a reading, after the topics have.
     *
     * @param remade topics that were made again since the reading before
     * @param covered whether another source tells of every commit
     */
    void observe(ClusterSnapshot snapshot, Set<String> remade, boolean covered) {
        groups.all().forEach(group -> group.topics().forEach(topic -> {
            if (remade.contains(topic.name)) {
                topic.remade();
            }
        }));
        Set<String> present = new HashSet<>();
        for (Group group : snapshot.groups()) {
            present.add(group.id());
            observe(group, covered);
        }
        boolean complete =
                snapshot.problems().stream().noneMatch(problem -> problem.fact().equals("groups"));
        if (complete) {
            groups.retain(present);
        }
        questions.clearOpen();
        groups.all().forEach(this::compare);
        groups.sweep();
    }

    private void observe(Group read, boolean covered) {
        GroupCommits group = groups.group(read.id(), covered ? Source.OFFSETS_TOPIC : Source.ADMIN_API);
        if (group == null) {
            return;
        }
        long time = read.readAt().toEpochMilli();
        boolean elsewhere = group.source() == Source.ZOOKEEPER;
        if (!elsewhere) {
            group.source(covered ? Source.OFFSETS_TOPIC : Source.ADMIN_API);
        }
        if (read.type() != GroupType.SHARE && !elsewhere) {
            read.offsets().ifPresent(offsets -> commits(group, offsets, time, covered));
        }
        group.observe(read, time);
    }

    private void commits(GroupCommits group, List<GroupOffset> offsets, long time, boolean covered) {
        Set<TopicPartition> committed = new HashSet<>();
        for (GroupOffset offset : offsets) {
            committed.add(offset.partition());
            PartitionCommits kept = groups.partition(
                    group, offset.partition().topic(), offset.partition().partition());
            if (kept != null) {
                commit(kept, offset.offset(), time, covered);
            }
        }
        group.topics().forEach(topic -> removeUncommitted(topic, committed));
    }

    private void commit(PartitionCommits kept, long offset, long time, boolean covered) {
        if (!covered || kept.window.isEmpty()) {
            kept.reading(offset, time);
        } else if (kept.window.newestOffset() != offset && kept.unmoved()) {
            // The source has been told nothing for a whole reading, and still knows another offset than the
            // coordinator: it has missed a commit.
            kept.reading(offset, time);
            tally.corrected++;
        }
    }

    /** A commit that the coordinator does not know any more has expired, or was deleted. */
    private static void removeUncommitted(TopicCommits topic, Set<TopicPartition> committed) {
        for (int partition = 0; partition < topic.size(); partition++) {
            PartitionCommits kept = topic.get(partition);
            if (kept != null && kept.unmoved() && !committed.contains(new TopicPartition(topic.name, partition))) {
                topic.remove(partition);
            }
        }
    }

    private void compare(GroupCommits group) {
        for (TopicCommits topic : group.topics()) {
            boolean exists = topics.mayExist(topic.name);
            for (int partition = 0; partition < topic.size(); partition++) {
                PartitionCommits kept = topic.get(partition);
                if (kept == null) {
                    continue;
                }
                if (!exists && kept.bornIn < groups.reading()) {
                    topic.remove(partition);
                } else {
                    compare(topic.name, partition, kept);
                }
            }
        }
    }

    private void compare(String topic, int partition, PartitionCommits kept) {
        KnownLog log = topics.log(topic, partition);
        if (log == null || log.ends.isEmpty()) {
            return;
        }
        kept.observe(log.ends.newestOffset(), log.endStill);
        OffsetRange range = unread(topic, partition, kept, log);
        if (range != null && kept.still()) {
            questions.ask(range);
        }
    }

    /** From a commit to the readable end, where that is not far; null otherwise. */
    @Nullable
    static OffsetRange unread(String topic, int partition, PartitionCommits kept, KnownLog log) {
        long end = log.ends.newestOffset();
        long from = kept.window.newestOffset();
        long to = log.stable < 0 ? end : Math.min(end, log.stable);
        boolean near = from >= 0 && from >= log.start && to > from && to - from <= Questions.LONGEST;
        return near ? new OffsetRange(new TopicPartition(topic, partition), from, to) : null;
    }
}
