package io.klamm.lag;

import io.klamm.lag.burrow.BurrowKeeper;
import io.klamm.lag.burrow.BurrowSettings;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.Group;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.LogDir;
import io.klamm.model.Partition;
import io.klamm.model.Retention;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A small cluster that a test moves along: one topic of one partition, one group, Klamm's and Burrow's keepers that watch; time is in seconds from
 * the start.
 */
final class Scene {

    static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    static final String GROUP = "g";
    static final String TOPIC = "t";

    final LagKeeper keeper;
    final BurrowKeeper burrow;
    private final ManualClock clock = new ManualClock(START);
    private final CommitBatch batch = new CommitBatch(1);
    private final List<CollectionProblem> problems = new ArrayList<>();
    private final TreeMap<TopicPartition, Long> committed = new TreeMap<>();
    private long order;
    private double now;
    private boolean topicExists = true;
    private boolean groupExists = true;
    private String topicId = "id-1";
    private String state = "Stable";
    private GroupType type = GroupType.CLASSIC;
    private List<TopicPartition> assigned = List.of(new TopicPartition(TOPIC, 0));
    private List<GroupOffset> shared = List.of();
    private Optional<Retention> retention = Optional.empty();
    private long start;
    private long end;
    private long stable = -1;
    private long bytes;

    Scene() {
        this(LagSettings.DEFAULT, true);
    }

    Scene(LagSettings settings, boolean covered) {
        keeper = new LagKeeper(settings, LagLimits.DEFAULT);
        keeper.coverage(covered);
        BurrowSettings uncached = new BurrowSettings(
                10, Duration.ZERO, Duration.ofDays(7), group -> true, Duration.ZERO, 0, 0, false, 1000);
        burrow = new BurrowKeeper("c", uncached, clock);
    }

    Instant at() {
        return START.plusMillis(Math.round(now * 1000));
    }

    double now() {
        return now;
    }

    Scene at(double seconds) {
        now = seconds;
        clock.advance(Duration.between(clock.instant(), at()));
        return this;
    }

    Scene end(long offset) {
        end = offset;
        return this;
    }

    Scene start(long offset) {
        start = offset;
        return this;
    }

    Scene stable(long offset) {
        stable = offset;
        return this;
    }

    Scene bytes(long size) {
        bytes = size;
        return this;
    }

    Scene retention(Retention now) {
        retention = Optional.of(now);
        return this;
    }

    Scene topicId(String id) {
        topicId = id;
        return this;
    }

    Scene topicGone() {
        topicExists = false;
        return this;
    }

    Scene groupGone() {
        groupExists = false;
        return this;
    }

    Scene problem(String fact) {
        problems.add(new CollectionProblem(fact, "TimeoutException", "no answer", null, 1));
        return this;
    }

    Scene members(String state, TopicPartition... assigned) {
        this.state = state;
        this.assigned = List.of(assigned);
        return this;
    }

    Scene share(GroupOffset... offsets) {
        type = GroupType.SHARE;
        shared = List.of(offsets);
        return this;
    }

    /** A commit that the source of commits and the coordinator see. */
    Scene commit(long offset) {
        coordinatorKnows(offset);
        order++;
        deliver(offset, order, at());
        return this;
    }

    /** A commit that only the coordinator sees. */
    Scene coordinatorKnows(long offset) {
        committed.put(new TopicPartition(TOPIC, 0), offset);
        return this;
    }

    Scene tombstone() {
        committed.clear();
        order++;
        deliver(CommitBatch.DELETED, order, at());
        return this;
    }

    void deliver(long offset, long orderOfIt, Instant time) {
        for (CommitSink sink : List.of(keeper, burrow)) {
            batch.add(
                    sink.target(GroupVerdict.Source.OFFSETS_TOPIC, GROUP, TOPIC, 0),
                    offset,
                    time.toEpochMilli(),
                    orderOfIt);
            sink.accept(batch);
            batch.clear();
        }
    }

    Scene read() {
        keeper.observe(snapshot());
        burrow.observe(snapshot());
        return this;
    }

    ClusterSnapshot snapshot() {
        Partition partition = new Partition(
                0, 1, List.of(1), List.of(1), List.of(), List.of(), List.of(), start, end, stable < 0 ? end : stable);
        LogDir dir = new LogDir(
                1,
                "/data",
                OptionalLong.empty(),
                OptionalLong.empty(),
                null,
                List.of(new LogDir.Replica(new TopicPartition(TOPIC, 0), bytes, 0, false)));
        return new ClusterSnapshot(
                "c",
                "id",
                1,
                at(),
                Duration.ZERO,
                1,
                List.of(),
                topicExists ? List.of(new Topic(TOPIC, topicId, false, List.of(partition), retention)) : List.of(),
                List.of(dir),
                Optional.empty(),
                groupExists ? List.of(group()) : List.of(),
                problems);
    }

    private Group group() {
        List<GroupMember> members =
                assigned.isEmpty() ? List.of() : List.of(new GroupMember("m", null, "client", "host", assigned));
        List<GroupOffset> offsets = new ArrayList<>(shared);
        committed.forEach((partition, offset) -> offsets.add(new GroupOffset(partition, offset, OptionalLong.empty())));
        return new Group(GROUP, type, state, "range", 1, members, Optional.of(offsets), at());
    }

    Optional<GroupVerdict> verdict() {
        return keeper.judge(at()).of(GROUP);
    }

    /** The verdict on the topic's partition, with all its evidence. */
    PartitionVerdict partition() {
        return keeper.explain(GROUP, at()).orElseThrow().partitions().stream()
                .filter(verdict -> verdict.partition().topic().equals(TOPIC))
                .findFirst()
                .orElseThrow();
    }
}
