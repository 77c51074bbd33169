package io.klamm.cmd;

import io.klamm.lag.LagKeeper;
import io.klamm.lag.LagLimits;
import io.klamm.lag.LagSettings;
import io.klamm.lag.journal.Entry;
import io.klamm.lag.journal.JournalConfig;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.OffsetRange;
import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives a keeper what was recorded, in order, and notes when a verdict changes. */
final class Replay implements Entry.Listener {

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
        return from.minus(JournalConfig.WARM_UP);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Readings that were judged. */
    int cycles() {
        return cycles;
    }

    @Override
    public void commits(Entry.Commits commits) {
        commits.to(keeper, source -> true);
    }

    @Override
    public void deleted(String group, long atMillis) {
        keeper.groupDeleted(group, atMillis);
    }

    @Override
    public void counted(OffsetRange range, long records) {
        keeper.answer(range, records);
    }

    @Override
    public void cycle(ClusterSnapshot snapshot) {
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
