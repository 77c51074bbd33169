package io.klamm.lag;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.TopicPartition;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes commits of readings of a cluster, for where no source tells of each: one is seen when an offset is another than in the reading before. Its time is the reading's.
 * For one thread.
 */
public final class AdminCommits {

    private static final int BATCH = 1024;

    private final CommitSink sink;
    private final CommitBatch batch = new CommitBatch(BATCH);
    private Map<Key, Seen> before = new HashMap<>();

    public AdminCommits(CommitSink sink) {
        this.sink = sink;
    }

    private record Key(String group, TopicPartition partition) {}

    private record Seen(CommitTarget target, long offset) {}

    /** Hands on what has changed since the reading before. A group whose offsets could not be read stays as it was. */
    public void observe(ClusterSnapshot snapshot) {
        Map<Key, Seen> now = new HashMap<>();
        Set<String> unread = new HashSet<>();
        for (Group group : snapshot.groups()) {
            if (group.offsets().isEmpty()) {
                unread.add(group.id());
            } else if (group.type() != GroupType.SHARE) {
                observe(group.id(), group.offsets().get(), snapshot.takenAt().toEpochMilli(), now);
            }
        }
        before.forEach((key, seen) -> {
            if (unread.contains(key.group())) {
                now.put(key, seen);
            }
        });
        flush();
        before = now;
    }

    /** The groups of which commits were made. */
    public Set<String> groups() {
        Set<String> groups = new HashSet<>();
        before.keySet().forEach(key -> groups.add(key.group()));
        return groups;
    }

    /** Forgets everything: a source tells of each commit from now on. */
    public void forget() {
        before = new HashMap<>();
    }

    private void observe(String group, List<GroupOffset> offsets, long atMillis, Map<Key, Seen> now) {
        for (GroupOffset offset : offsets) {
            Key key = new Key(group, offset.partition());
            Seen seen = before.get(key);
            Seen current =
                    new Seen(seen != null && seen.target().live() ? seen.target() : target(key), offset.offset());
            if (!current.equals(seen)) {
                add(current, atMillis);
            }
            now.put(key, current);
        }
    }

    private CommitTarget target(Key key) {
        TopicPartition partition = key.partition();
        return sink.target(Source.ADMIN_API, key.group(), partition.topic(), partition.partition());
    }

    private void add(Seen seen, long atMillis) {
        if (batch.isFull()) {
            flush();
        }
        // Time grows as an order must.
        batch.add(seen.target(), seen.offset(), atMillis, atMillis);
    }

    private void flush() {
        if (batch.size() > 0) {
            sink.accept(batch);
            batch.clear();
        }
    }
}
