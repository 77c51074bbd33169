package io.klamm.lag.burrow;

import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Burrow's storage of one cluster: what it keeps of commits, end offsets and owners, and what it does not keep. Not safe for use by several
 * threads; {@link BurrowKeeper} sees to that.
 */
final class BurrowStore {

    private final BurrowSettings settings;
    private final long minDistanceMillis;
    private final long expireSeconds;
    private final Drops drops = new Drops();
    private final Ends ends;
    private final Waiting waiting;
    private final SortedMap<String, GroupWindows> groups = new TreeMap<>();
    private final Refusal filtered = new Refusal(Drops.Reason.FILTERED);
    private final Refusal nowhere = new Refusal(Drops.Reason.UNKNOWN_END);
    private boolean catchingUp;

    BurrowStore(BurrowSettings settings) {
        this.settings = settings;
        this.minDistanceMillis = settings.minDistance().toMillis();
        this.expireSeconds = settings.expireGroup().toSeconds();
        this.ends = new Ends(settings.intervals());
        this.waiting = new Waiting(settings.limit());
    }

    Drops drops() {
        return drops;
    }

    Ends ends() {
        return ends;
    }

    /** How many partitions of groups are kept. */
    int windows() {
        return waiting.windows();
    }

    /** While it is on, lags are counted from the end that was known at the time of the commit. */
    void catchingUp(boolean on) {
        catchingUp = on;
        ends.keepHistory(on);
    }

    CommitTarget target(GroupVerdict.Source source, String group, String topic, int partition) {
        if (!settings.groups().test(group)) {
            return filtered;
        }
        if (topic.isEmpty() || partition < 0) {
            return nowhere;
        }
        TopicEnds known = ends.topic(topic);
        // One text for all windows of a topic, whoever asks for them.
        String name = known == null ? topic : known.topic();
        Window window = findOrMake(group, new TopicPartition(name, partition));
        if (window == null) {
            return waiting.full();
        }
        window.from(source);
        return window;
    }

    private @Nullable Window findOrMake(String group, TopicPartition partition) {
        GroupWindows known = groups.get(group);
        Window window = known == null ? null : known.window(partition.topic(), partition.partition());
        if (window == null) {
            window = waiting.find(group, partition);
        }
        return window == null ? waiting.make(group, partition) : window;
    }

    void accept(CommitBatch batch, long nowMillis) {
        for (int i = 0; i < batch.size(); i++) {
            CommitTarget target = batch.target(i);
            if (target instanceof Window window) {
                accept(window, batch.offset(i), batch.timeMillis(i), batch.order(i), nowMillis);
            } else if (target instanceof Refusal refusal) {
                drops.add(refusal.reason());
            } else {
                throw new IllegalArgumentException("target: " + target + " (expected: one of this sink's)");
            }
        }
    }

    private void accept(Window window, long offset, long timeMillis, long order, long nowMillis) {
        Drops.Reason reason = refuse(window, offset, timeMillis, nowMillis);
        if (reason != null) {
            drops.add(reason);
            return;
        }
        TopicEnds topic = topicOf(window);
        EndRing newest = topic == null ? null : topic.ring(window.partition());
        if (topic == null || newest == null) {
            drops.add(Drops.Reason.UNKNOWN_END);
            return;
        }
        GroupWindows group = settle(window, topic);
        CommitRing commits = window.commits();
        long observed = nowMillis / 1000 * 1000;
        if (commits.newest(order)) {
            long end = catchingUp ? topic.at(window.partition(), newest, timeMillis) : newest.newest();
            group.committed(timeMillis);
            commits.append(order, offset, timeMillis, observed, Math.max(0, end - offset), minDistanceMillis);
            drops.stored();
        } else if (commits.insert(order, offset, timeMillis, observed, minDistanceMillis)) {
            drops.stored();
        } else {
            drops.add(Drops.Reason.LATE);
        }
    }

    private Drops.@Nullable Reason refuse(Window window, long offset, long timeMillis, long nowMillis) {
        if (!window.live()) {
            return Drops.Reason.FORGOTTEN;
        }
        if (offset == CommitBatch.DELETED) {
            return Drops.Reason.TOMBSTONE;
        }
        return timeMillis < oldestMillis(nowMillis) ? Drops.Reason.TOO_OLD : null;
    }

    /** What is older than this has expired; Burrow counts in whole seconds. */
    private long oldestMillis(long nowMillis) {
        return (Math.floorDiv(nowMillis, 1000L) - expireSeconds) * 1000;
    }

    private @Nullable TopicEnds topicOf(Window window) {
        TopicEnds known = window.topicEnds();
        if (known != null && known.live()) {
            return known;
        }
        TopicEnds found = ends.topic(window.topic());
        window.topicEnds(found);
        return found;
    }

    /** Shows a window in its group, which is made if need be. */
    private GroupWindows settle(Window window, TopicEnds topic) {
        GroupWindows home = window.home();
        if (home != null) {
            return home;
        }
        GroupWindows group = groups.computeIfAbsent(window.group(), GroupWindows::new);
        group.put(window, topic.partitionCount());
        window.settle(group, settings.intervals());
        waiting.settled(window);
        return group;
    }

    /** Notes who reads a partition. The group is made if need be, even where the partition is not known. */
    void own(String group, String topic, int partition, String owner, String clientId) {
        if (!settings.groups().test(group) || topic.isEmpty() || partition < 0) {
            return;
        }
        groups.computeIfAbsent(group, GroupWindows::new);
        TopicEnds known = ends.topic(topic);
        if (known == null || known.ring(partition) == null) {
            return;
        }
        Window window = findOrMake(group, new TopicPartition(topic, partition));
        if (window != null) {
            settle(window, known);
            window.own(owner, clientId);
        }
    }

    /** The group, null when there is none. */
    @Nullable
    GroupWindows group(String name) {
        return groups.get(name);
    }

    /** The group, null when there is none; one that has not committed for too long is forgotten by this. */
    @Nullable
    GroupWindows read(String name, long nowMillis) {
        GroupWindows group = groups.get(name);
        if (group != null && oldestMillis(nowMillis) > group.lastCommitMillis()) {
            removeGroup(name);
            return null;
        }
        return group;
    }

    int groupCount() {
        return groups.size();
    }

    List<String> groupNames() {
        return List.copyOf(groups.keySet());
    }

    List<String> groupsOf(String topic) {
        List<String> names = new ArrayList<>();
        for (GroupWindows group : groups.values()) {
            if (group.row(topic) != null) {
                names.add(group.name());
            }
        }
        return names;
    }

    void removeGroup(String name) {
        GroupWindows group = groups.remove(name);
        if (group != null) {
            waiting.freed(group.end());
        }
    }

    /** Forgets what a group has on a topic, and the group with its last topic. */
    void removeTopicOf(String name, String topic) {
        GroupWindows group = groups.get(name);
        if (group != null) {
            waiting.freed(group.remove(topic));
            if (group.isEmpty()) {
                removeGroup(name);
            }
        }
    }

    /** Forgets a topic that is gone; groups stay, even without any topic. */
    void removeTopic(String topic) {
        for (GroupWindows group : groups.values()) {
            waiting.freed(group.remove(topic));
        }
        ends.remove(topic);
    }
}
