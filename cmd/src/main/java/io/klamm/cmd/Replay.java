package io.klamm.cmd;

import io.klamm.lag.LagKeeper;
import io.klamm.lag.LagLimits;
import io.klamm.lag.LagSettings;
import io.klamm.lag.journal.Entry;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives a keeper what was recorded, in order, and notes when a verdict changes. */
final class Replay {

    /** So much of the time before is read, that the first verdict is not blind. */
    private static final Duration WARM_UP = Duration.ofMinutes(30);

    private final LagKeeper keeper;
    private final Instant from;
    private final Instant to;
    private final @Nullable String only;
    private final Map<String, Verdict> before = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private int cycles;

    /**
     * One change of a verdict.
     *
     * @param where the partition that it comes from
     * @param why its evidence; empty for a group that has gone, or has no partitions
     */
    record Change(Instant at, String group, Verdict verdict, String where, Optional<Evidence> why) {}

    Replay(LagSettings settings, Instant from, Instant to, @Nullable String only) {
        this.keeper = new LagKeeper(settings, LagLimits.DEFAULT);
        this.from = from;
        this.to = to;
        this.only = only;
        keeper.coverage(true);
    }

    Instant warmUp() {
        return from.minus(WARM_UP);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Readings that were judged. */
    int cycles() {
        return cycles;
    }

    void take(Entry entry) {
        if (entry instanceof Entry.Cycle cycle) {
            take(cycle.snapshot());
        } else if (entry instanceof Entry.Commits commits) {
            take(commits);
        } else if (entry instanceof Entry.Deleted deleted) {
            keeper.groupDeleted(deleted.group(), deleted.atMillis());
        } else if (entry instanceof Entry.Counted counted) {
            keeper.answer(counted.range(), counted.records());
        }
    }

    private void take(Entry.Commits commits) {
        CommitBatch batch = new CommitBatch(Math.max(1, commits.commits().size()));
        commits.commits()
                .forEach(commit -> batch.add(
                        keeper.target(
                                commit.source(),
                                commit.group(),
                                commit.partition().topic(),
                                commit.partition().partition()),
                        commit.offset(),
                        commit.timeMillis(),
                        commit.order()));
        keeper.accept(batch);
    }

    private void take(ClusterSnapshot snapshot) {
        keeper.observe(snapshot);
        Instant at = snapshot.takenAt();
        if (at.isBefore(from) || at.isAfter(to)) {
            return;
        }
        cycles++;
        keeper.judge(at).groups().values().forEach(group -> compare(at, group));
    }

    private void compare(Instant at, GroupVerdict group) {
        boolean wanted = only == null || only.equals(group.group());
        if (wanted && before.put(group.group(), group.verdict()) != group.verdict()) {
            Optional<PartitionVerdict> worst = group.worst();
            changes.add(new Change(
                    at,
                    group.group(),
                    group.verdict(),
                    worst.map(partition -> partition.partition().toString()).orElse("-"),
                    worst.map(PartitionVerdict::evidence)));
        }
    }
}
