package io.klamm.lag;

import io.klamm.lag.judge.Evaluator;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.GroupOffset;
import io.klamm.model.OffsetRange;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.model.verdict.LagHistory;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps what is known of the groups of one cluster, and judges them when asked.
 *
 * <p>Commits come from sources in batches, everything else with the readings of the cluster. Safe for use by several threads: a batch is taken under a lock, a
 * group is copied under it, and judged without. Connects to nothing and owns no thread; time comes with the data, so that recorded history can be judged again.
 */
public final class LagKeeper implements CommitSink {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Tally tally = new Tally();
    private final KnownTopics topics = new KnownTopics();
    private final Questions questions = new Questions();
    private final KnownGroups groups;
    private final GroupReadings readings;
    private final ViewMaker views;
    private volatile boolean covered;

    public LagKeeper(LagSettings settings, LagLimits limits) {
        groups = new KnownGroups(settings, limits, tally);
        readings = new GroupReadings(groups, topics, questions, tally);
        views = new ViewMaker(topics, questions);
    }

    /** Judges by other settings from now on. */
    public void settings(LagSettings settings) {
        locked(() -> {
            groups.settings(settings);
            return settings;
        });
    }

    /** Tells whether a source tells of every commit of Kafka's own groups; while none does, commits are taken from the readings of the cluster. */
    public void coverage(boolean complete) {
        covered = complete;
    }

    @Override
    public CommitTarget target(Source source, String group, String topic, int partition) {
        return locked(() -> groups.target(source, group, topic, partition));
    }

    @Override
    public void accept(CommitBatch batch) {
        lock.lock();
        try {
            for (int i = 0; i < batch.size(); i++) {
                if (batch.target(i) instanceof PartitionCommits kept && kept.live()) {
                    tally.count(kept.take(batch.offset(i), batch.timeMillis(i), batch.order(i)));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void groupDeleted(String group, long atMillis) {
        locked(() -> {
            groups.remove(group);
            return group;
        });
    }

    /** Takes a reading of the cluster; its {@code takenAt} is the time. Readings come in order. */
    public void observe(ClusterSnapshot snapshot) {
        locked(() -> {
            Set<String> remade = topics.observe(snapshot);
            readings.observe(snapshot, remade, covered);
            return remade;
        });
    }

    /** Judges all groups; verdicts OK come without their commits and end offsets. */
    public ClusterVerdicts judge(Instant now) {
        TreeMap<String, GroupVerdict> verdicts = new TreeMap<>();
        for (String name : locked(groups::names)) {
            judge(name, now, false).ifPresent(verdict -> verdicts.put(name, verdict));
        }
        return new ClusterVerdicts(now, verdicts);
    }

    /** Judges one group, with all the evidence there is; empty where nothing is kept of it. */
    public Optional<GroupVerdict> explain(String group, Instant now) {
        return judge(group, now, true);
    }

    /** The lag of a group over its window; empty where nothing is kept of it. */
    public Optional<LagHistory> history(String group, Instant now) {
        return copy(group, now).map(copied -> Histories.of(copied.views(), now.toEpochMilli()));
    }

    /** Ranges whose records should be counted, to tell transaction markers from records; not many. They are asked until they are answered, or the group moves on. */
    public List<OffsetRange> questions() {
        return locked(questions::open);
    }

    /**
     * Takes the answer to a question.
     *
     * @param records how many there are in the range; -1 when they cannot be counted
     */
    public void answer(OffsetRange range, long records) {
        locked(() -> {
            questions.answer(range, records);
            if (records == 0) {
                groups.empty(range);
            }
            return range;
        });
    }

    /** The newest commits of a group that sources have told of, whatever readings of the cluster say; none for a group that they have not. */
    public List<ToldCommit> told(String group) {
        return locked(() -> {
            GroupCommits known = groups.get(group);
            return known == null ? List.of() : known.told();
        });
    }

    /** How much is kept, and what became of what was given. */
    public LagCounts counts() {
        return locked(() -> new LagCounts(
                groups.size(),
                groups.partitions(),
                topics.size(),
                tally.commits,
                tally.repeated,
                tally.deleted,
                tally.refused,
                tally.corrected));
    }

    private record Copied(Source source, boolean muted, List<ViewMaker.Judged> views, List<GroupOffset> shared) {}

    private Optional<Copied> copy(String name, Instant now) {
        return locked(() -> Optional.ofNullable(groups.get(name))
                .map(group -> new Copied(
                        group.source(),
                        groups.settings().mutes(name),
                        views.views(group, groups.settings(), now.toEpochMilli()),
                        group.shared())));
    }

    private Optional<GroupVerdict> judge(String name, Instant now, boolean full) {
        return copy(name, now).map(copied -> {
            List<PartitionVerdict> partitions = new ArrayList<>();
            for (ViewMaker.Judged judged : copied.views()) {
                PartitionVerdict verdict = Evaluator.judge(judged.view(), full);
                partitions.add(judged.muted() ? Muting.mute(verdict) : verdict);
            }
            copied.shared().forEach(offset -> partitions.add(SharedPartitions.judge(offset)));
            partitions.sort(Comparator.comparing(PartitionVerdict::partition));
            return new GroupVerdict(name, worst(partitions), copied.muted(), copied.source(), partitions);
        });
    }

    private static Verdict worst(List<PartitionVerdict> partitions) {
        return partitions.stream().map(PartitionVerdict::verdict).reduce(Verdict.OK, Verdict::worse);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
