package io.klamm.benchmarks.verdicts;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.OffsetRange;
import io.klamm.model.Partition;
import io.klamm.model.Retention;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** One run of a plan, second by second, before one judge: a topic, a group, commits as they happen and a reading of the cluster every 15 seconds. */
final class World {

    static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    static final String GROUP = "group";
    static final int READ_EVERY = 15;

    private static final String TOPIC = "topic";
    private static final int SESSION_TIMEOUT = 45;
    /** Transactions end a moment after their last record. */
    private static final double MARKER_AFTER = 6;

    private final Plan plan;
    private final Judge judge;
    private final Score score;
    private final Random random;
    private final SimulatedLog[] logs;
    private final double[] position;
    private final long[] committed;
    private final double[] nextCommit;
    private final CommitBatch batch = new CommitBatch(1);
    private double nextMarker;
    private double unwritten;
    private long order;

    World(Plan plan, Judge judge, Score score) {
        this.plan = plan;
        this.judge = judge;
        this.score = score;
        random = new Random(plan.seed);
        logs = new SimulatedLog[plan.partitions];
        position = new double[plan.partitions];
        committed = new long[plan.partitions];
        nextCommit = new double[plan.partitions];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = new SimulatedLog(plan.kept);
            logs[i].write((double) plan.backlog / plan.partitions);
            committed[i] = -1;
            nextCommit[i] = random.nextDouble() * plan.commitEvery;
        }
        nextMarker = MARKER_AFTER;
    }

    void run() {
        for (int time = 0; time < plan.seconds; time++) {
            judge.time(START.plusSeconds(time));
            write(time);
            reset(time);
            read(time);
            commit(time);
            if (time % READ_EVERY == READ_EVERY - 1) {
                look(time);
            }
        }
        score.ended(plan);
    }

    private void write(int time) {
        unwritten += plan.written.applyAsDouble(time);
        // Records come one by one to a slow topic, and evenly to all partitions of a busy one.
        if (unwritten < plan.partitions) {
            if (unwritten >= 1) {
                logs[random.nextInt(logs.length)].write(1);
                unwritten -= 1;
            }
        } else {
            double each = Math.floor(unwritten / plan.partitions);
            for (SimulatedLog log : logs) {
                log.write(each);
            }
            unwritten -= each * plan.partitions;
        }
        boolean marks = plan.markerEvery > 0 && time >= nextMarker;
        for (SimulatedLog log : logs) {
            if (marks) {
                log.marker();
            }
            log.transaction(plan.transactionOpenAt(time));
        }
        if (marks) {
            nextMarker += plan.markerEvery;
        }
    }

    private void reset(int time) {
        for (Plan.Reset reset : plan.resets) {
            if ((int) reset.at() == time) {
                for (int i = 0; i < logs.length; i++) {
                    position[i] = (double) Math.max(logs[i].start(), committed[i] - reset.records() / logs.length);
                    deliver(i, (long) position[i], time);
                }
            }
        }
    }

    private void read(int time) {
        if (plan.clientsAt(time) != Plan.Clients.READING || time >= plan.unsubscribed) {
            return;
        }
        double each = plan.capacity.applyAsDouble(time) / (plan.turnEvery > 0 ? 1 : logs.length);
        for (int i = 0; i < logs.length; i++) {
            if (plan.turnEvery > 0 && (int) (time / plan.turnEvery) % logs.length != i) {
                continue;
            }
            double from = Math.max(position[i], (double) logs[i].start());
            if (from + each >= logs[i].stable()) {
                position[i] = logs[i].stable();
            } else {
                position[i] = from + each;
            }
        }
    }

    private void commit(int time) {
        Plan.Clients clients = plan.clientsAt(time);
        boolean commits = clients == Plan.Clients.READING || clients == Plan.Clients.STUCK;
        for (int i = 0; i < logs.length && commits && time < plan.unsubscribed; i++) {
            if (time < nextCommit[i]) {
                continue;
            }
            nextCommit[i] = Math.max(time, nextCommit[i] + plan.commitEvery * (0.7 + 0.6 * random.nextDouble()));
            long offset = (long) position[i];
            long wanted = plan.commitsBelowMarker ? logs[i].belowMarkers(offset) : offset;
            if (wanted != committed[i] || (plan.recommits && committed[i] >= 0)) {
                deliver(i, wanted, time);
            }
        }
    }

    private void deliver(int partition, long offset, int time) {
        committed[partition] = offset;
        order++;
        batch.add(judge.sink().target(Source.OFFSETS_TOPIC, GROUP, TOPIC, partition), offset, millis(time), order);
        judge.sink().accept(batch);
        batch.clear();
    }

    private void look(int time) {
        judge.observe(snapshot(time));
        for (OffsetRange range : judge.questions()) {
            judge.answer(range, logs[range.partition().partition()].records(range.from(), range.to()));
        }
        score.take(plan, time, judge.opinion(GROUP, START.plusSeconds(time)));
    }

    private static long millis(int time) {
        return START.plusSeconds(time).toEpochMilli();
    }

    private ClusterSnapshot snapshot(int time) {
        List<Partition> partitions = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            partitions.add(new Partition(
                    i,
                    1,
                    List.of(1),
                    List.of(1),
                    List.of(),
                    List.of(),
                    List.of(),
                    logs[i].start(),
                    logs[i].end(),
                    logs[i].stable()));
        }
        Retention retention =
                new Retention(plan.kept < Long.MAX_VALUE, false, OptionalLong.empty(), OptionalLong.empty());
        return new ClusterSnapshot(
                "simulated",
                "id",
                time / READ_EVERY,
                START.plusSeconds(time),
                Duration.ZERO,
                1,
                List.of(),
                List.of(new Topic(TOPIC, "topic-id", false, partitions, Optional.of(retention))),
                List.of(),
                Optional.empty(),
                List.of(group(time)),
                List.of());
    }

    private Group group(int time) {
        Plan.Clients clients = plan.clientsAt(time);
        boolean gone = clients == Plan.Clients.LEFT
                || (clients == Plan.Clients.DEAD && time - plan.since(time) > SESSION_TIMEOUT);
        String state = gone ? "Empty" : clients == Plan.Clients.REBALANCING ? "PreparingRebalance" : "Stable";
        List<TopicPartition> assigned = new ArrayList<>();
        List<GroupOffset> offsets = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            assigned.add(new TopicPartition(time >= plan.unsubscribed ? "another" : TOPIC, i));
            if (committed[i] >= 0) {
                offsets.add(new GroupOffset(new TopicPartition(TOPIC, i), committed[i], OptionalLong.empty()));
            }
        }
        List<GroupMember> members =
                gone ? List.of() : List.of(new GroupMember("member", null, "client", "host", assigned));
        return new Group(
                GROUP, GroupType.CLASSIC, state, "range", 1, members, Optional.of(offsets), START.plusSeconds(time));
    }
}
