package io.klamm.kafka.offsets;

import io.klamm.kafka.NameFilter;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From a commit's key to where the commit goes. What was found once is found again by the key's bytes; beyond the limit each time anew. For one thread.
 */
final class CommitKeys {

    private final CommitSink sink;
    private final NameFilter filter;
    private final int limit;
    private final KeyTable table;
    private final Map<String, KnownGroup> groups = new HashMap<>();
    private final Map<String, String> topics = new HashMap<>();
    private long beyondLimit;

    /**
     * @param filter which groups are wanted
     * @param limit keys that are remembered, at most
     */
    CommitKeys(CommitSink sink, NameFilter filter, int limit, long seed) {
        this.sink = sink;
        this.filter = filter;
        this.limit = limit;
        this.table = new KeyTable(limit, seed);
    }

    /** Null when the bytes are not a commit's key. */
    @Nullable
    KnownKey find(ByteBuffer bytes) {
        int hash = table.hash(bytes);
        KnownKey known = table.find(bytes, hash);
        if (known == null) {
            return learn(bytes, hash);
        }
        if (known.target != null && !known.target.live()) {
            known.target = target(bytes, known.group);
        }
        return known;
    }

    private @Nullable KnownKey learn(ByteBuffer bytes, int hash) {
        CommitKey key = CommitKey.read(bytes);
        if (key == null) {
            return null;
        }
        makeRoom();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        boolean remembered = !table.isFull();
        KnownKey known = new KnownKey(copy, hash, remembered ? group(key.group()) : stranger(key.group()));
        known.target = target(bytes, known.group);
        if (remembered) {
            table.add(known);
        } else {
            beyondLimit++;
        }
        return known;
    }

    /** Sweeping costs as much as there are keys, so a table that stays full is swept once for so many that did not fit. */
    private void makeRoom() {
        if (table.isFull() && beyondLimit % limit == 0) {
            sweep();
        }
    }

    private KnownGroup group(String id) {
        return groups.computeIfAbsent(id, this::stranger);
    }

    private KnownGroup stranger(String id) {
        return new KnownGroup(id, filter.accepts(id));
    }

    private @Nullable CommitTarget target(ByteBuffer bytes, KnownGroup group) {
        CommitKey key = group.wanted() ? CommitKey.read(bytes) : null;
        return key == null ? null : sink.target(Source.OFFSETS_TOPIC, group.id(), shared(key.topic()), key.partition());
    }

    /** The same text for the same topic: sinks keep it for each group on each partition. */
    private String shared(String topic) {
        if (topics.size() >= limit) {
            topics.clear();
        }
        return topics.computeIfAbsent(topic, same -> same);
    }

    boolean wanted(String group) {
        KnownGroup known = groups.get(group);
        return known == null ? filter.accepts(group) : known.wanted();
    }

    /** Whether a commit of that group is known that was not deleted since. */
    boolean hasCommits(String group) {
        KnownGroup known = groups.get(group);
        return known != null && known.hasCommits();
    }

    /** Forgets keys whose commits were deleted, or are kept no more, and groups that have no others. */
    void sweep() {
        table.sweep();
        groups.values().removeIf(group -> !group.hasCommits());
        topics.clear();
    }

    /** Keys that are remembered now. */
    int size() {
        return table.size();
    }

    /** How often a key was not remembered for want of room. */
    long beyondLimit() {
        return beyondLimit;
    }
}
