package io.klamm.lag.burrow;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Burrow for one cluster: takes commits, end offsets and owners, and says what Burrow would say of the groups. Safe for use by several threads; a
 * batch is stored in one go, and no answer waits for longer than that.
 */
public final class BurrowKeeper implements CommitSink {

    private final Object lock = new Object();
    private final String cluster;
    private final Clock clock;
    private final BurrowStore store;
    private final GroupReader reader;
    private final StatusCache cache;
    private final SnapshotIntake intake;

    public BurrowKeeper(String cluster, BurrowSettings settings, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
        this.store = new BurrowStore(settings);
        this.reader =
                new GroupReader(store.ends(), new BurrowEvaluator(settings.allowedLag(), settings.minimumComplete()));
        this.cache = new StatusCache(settings.expireCache().toMillis());
        this.intake = new SnapshotIntake(store, settings.reap());
    }

    public String cluster() {
        return cluster;
    }

    @Override
    public CommitTarget target(GroupVerdict.Source source, String group, String topic, int partition) {
        synchronized (lock) {
            return store.target(source, group, topic, partition);
        }
    }

    @Override
    public void accept(CommitBatch batch) {
        synchronized (lock) {
            store.accept(batch, clock.millis());
        }
    }

    /** Forgets a group, unless it has committed later than that. */
    @Override
    public void groupDeleted(String group, long atMillis) {
        synchronized (lock) {
            GroupWindows known = store.group(group);
            if (known != null && known.lastCommitMillis() <= atMillis) {
                store.removeGroup(group);
            }
        }
    }

    /**
     * Says that a source reads commits of the past. As long as it does, the lag of each commit is counted from the end offset that was known at the
     * time of the commit, among those that {@link #observeEnds} is told meanwhile, with whatever time they have; before the first of them, from
     * the first. In normal operation it is counted from the newest, as Burrow does.
     */
    public void catchingUp(boolean on) {
        synchronized (lock) {
            store.catchingUp(on);
        }
    }

    /**
     * Notes the ends of a topic. A commit is kept only if the end of its partition is known.
     *
     * @param ends the end offset of each of its partitions, -1 where it is not known
     * @param timeMillis when they were read
     */
    public void observeEnds(String topic, long[] ends, long timeMillis) {
        synchronized (lock) {
            store.ends().add(topic, ends, timeMillis);
        }
    }

    /** Takes from a reading of the cluster what Burrow takes from Kafka: end offsets, topics that are gone, owners, groups that are gone. */
    public void observe(ClusterSnapshot snapshot) {
        synchronized (lock) {
            intake.take(snapshot);
        }
    }

    /** Notes who reads a partition. */
    public void owner(String group, String topic, int partition, String owner, String clientId) {
        synchronized (lock) {
            store.own(group, topic, partition, owner, clientId);
        }
    }

    /** Forgets who reads the group's partitions. */
    void clearOwners(String group) {
        synchronized (lock) {
            GroupWindows known = store.group(group);
            if (known != null) {
                known.disown();
            }
        }
    }

    /** Forgets a group; it comes back with its next commit. */
    public void removed(String group) {
        synchronized (lock) {
            store.removeGroup(group);
        }
    }

    /** Forgets what a group has on a topic, and the group with its last topic. */
    public void removed(String group, String topic) {
        synchronized (lock) {
            store.removeTopicOf(group, topic);
        }
    }

    /** Forgets a topic that is gone. */
    void topicGone(String topic) {
        synchronized (lock) {
            store.removeTopic(topic);
        }
    }

    /** Names of the topics whose ends are known, sorted. */
    public List<String> topics() {
        synchronized (lock) {
            return store.ends().sortedNames();
        }
    }

    /** The newest end offset of each partition, in order, empty for one that is not known; nothing for a topic that is not known. */
    public Optional<List<OptionalLong>> ends(String topic) {
        synchronized (lock) {
            return Optional.ofNullable(store.ends().topic(topic)).map(TopicEnds::newest);
        }
    }

    /** Names of the groups, sorted; also of those that a reading would find expired. */
    public List<String> groups() {
        synchronized (lock) {
            return store.groupNames();
        }
    }

    /** Names of the groups that have something on this topic, sorted. */
    public List<String> groupsOf(String topic) {
        synchronized (lock) {
            return store.groupsOf(topic);
        }
    }

    /** What is stored of a group, by topic; empty for one that is not known or has expired. */
    public Optional<SortedMap<String, List<BurrowPartition>>> group(String name) {
        synchronized (lock) {
            return Optional.ofNullable(store.read(name, clock.millis())).map(reader::detail);
        }
    }

    /** Burrow's verdict on a group; one that was asked for lately may be that of then. */
    public BurrowGroupStatus status(String group) {
        synchronized (lock) {
            long now = clock.millis();
            BurrowGroupStatus known = cache.get(group, now);
            return known == null ? judge(group, now) : known;
        }
    }

    private BurrowGroupStatus judge(String name, long nowMillis) {
        GroupWindows group = store.read(name, nowMillis);
        BurrowGroupStatus status = group == null
                ? BurrowGroupStatus.notFound(cluster, name)
                : reader.judge(cluster, group, Math.floorDiv(nowMillis, 1000L));
        cache.put(name, status, nowMillis, store.groupCount());
        return status;
    }

    /** How many partitions of groups are kept. */
    public int windows() {
        synchronized (lock) {
            return store.windows();
        }
    }

    /** How many commits came, by what became of them: {@code stored}, or why one was not. */
    public SortedMap<String, Long> commits() {
        synchronized (lock) {
            return store.drops().toMap();
        }
    }
}
