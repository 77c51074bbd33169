package io.klamm.cmd.server;

import io.klamm.kafka.offsets.NewestCommits;
import io.klamm.lag.AdminCommits;
import io.klamm.lag.LagKeeper;
import io.klamm.lag.LagLimits;
import io.klamm.lag.burrow.BurrowKeeper;
import io.klamm.lag.journal.JournalConfig;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.ComponentStatus;
import io.klamm.model.verdict.ClusterVerdicts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Those who judge the groups of one cluster: Klamm's rules and Burrow's, over the same facts. */
final class ClusterJudges {

    private final String cluster;
    private final Clock clock;
    private final LagKeeper keeper;
    private final BurrowKeeper burrow;
    private final AdminCommits adminCommits;
    private volatile boolean covered;

    ClusterJudges(ClusterSettings settings, Clock clock) {
        this.cluster = settings.name();
        this.clock = clock;
        this.keeper = new LagKeeper(settings.lag(), LagLimits.DEFAULT);
        this.burrow = new BurrowKeeper(settings.name(), settings.burrow().settings(), clock);
        this.adminCommits = new AdminCommits(burrow);
    }

    LagKeeper keeper() {
        return keeper;
    }

    BurrowKeeper burrow() {
        return burrow;
    }

    /** Takes in what is remembered of the time before the start; the offsets topic, where it is read, tells its part itself. */
    void restore(JournalConfig journal, boolean readsOffsets, Instant now) {
        coverage(readsOffsets);
        burrow.catchingUp(true);
        new Restoring(this, journal, readsOffsets).restore(now);
        burrow.catchingUp(readsOffsets);
    }

    /** Whether a source tells of every commit; where none does, commits are made of the readings. */
    void coverage(boolean complete) {
        keeper.coverage(complete);
        if (complete && !covered) {
            // What was made of readings has times and an order of its own.
            adminCommits.groups().forEach(burrow::removed);
            adminCommits.forget();
        }
        covered = complete;
    }

    boolean covered() {
        return covered;
    }

    /** All that was to be read of the past has been read. */
    void caughtUp() {
        burrow.catchingUp(false);
    }

    /** Takes a reading of the cluster. */
    void observe(ClusterSnapshot snapshot) {
        keeper.observe(snapshot);
        burrow.observe(snapshot);
        if (!covered) {
            adminCommits.observe(snapshot);
        }
    }

    ClusterVerdicts judge() {
        return keeper.judge(clock.instant());
    }

    /** Who reads a partition, as ZooKeeper knows it. */
    void owned(String group, String topic, int partition, Optional<String> owner) {
        burrow.owner(group, topic, partition, owner.orElse(""), "");
    }

    /** The newest commits that were read of a group. */
    NewestCommits newest() {
        return group -> keeper.told(group).stream()
                .map(known -> new NewestCommits.Known(known.partition(), known.offset(), known.timeMillis()))
                .toList();
    }

    ComponentStatus status() {
        SortedMap<String, Long> counts = new TreeMap<>(keeper.counts().byName());
        counts.put("burrow_windows", (long) burrow.windows());
        burrow.commits().forEach((what, count) -> counts.put("burrow_" + what, count));
        return new ComponentStatus(
                "lag",
                cluster,
                ComponentStatus.State.OK,
                null,
                null,
                null,
                null,
                0,
                0,
                counts,
                new TreeMap<>(),
                new TreeMap<>(),
                null);
    }
}
