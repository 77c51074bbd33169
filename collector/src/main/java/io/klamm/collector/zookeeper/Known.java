package io.klamm.collector.zookeeper;

import io.klamm.collector.zookeeper.ConsumerNode.Kind;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitSink;
import io.klamm.model.commit.CommitTarget;
import io.klamm.model.verdict.GroupVerdict.Source;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was last read of each node, and what follows from what is read now: a commit, a tombstone, another owner, or nothing. For one thread; outlives sessions, so that
 * after a new listing only what is new is passed on.
 */
final class Known {

    private static final int BATCH = 1_000;

    private final CommitSink sink;
    private final OwnerListener owners;
    private final SourceRecord record;
    private final Clock clock;
    private final Map<ConsumerNode, Commit> commits = new HashMap<>();
    private final Map<ConsumerNode, String> owned = new HashMap<>();
    private final CommitBatch batch = new CommitBatch(BATCH);

    Known(CommitSink sink, OwnerListener owners, SourceRecord record, Clock clock) {
        this.sink = sink;
        this.owners = owners;
        this.record = record;
        this.clock = clock;
    }

    /** The newest commit of a node, and where commits of it go; null until there was a good one. */
    private record Commit(long order, @Nullable CommitTarget target) {}

    /** All nodes of which something is known. */
    List<ConsumerNode> nodes() {
        List<ConsumerNode> nodes = new ArrayList<>(commits.keySet());
        nodes.addAll(owned.keySet());
        return nodes;
    }

    boolean knows(ConsumerNode node) {
        return commits.containsKey(node) || owned.containsKey(node);
    }

    int offsets() {
        return commits.size();
    }

    int owners() {
        return owned.size();
    }

    /** Takes what a server says of a node now. */
    void take(ConsumerNode node, Answer<NodeData> answer) {
        if (answer instanceof Answer.Found<NodeData> found) {
            take(node, found.value());
        } else if (answer instanceof Answer.Absent<NodeData>) {
            gone(node);
        } else {
            record.denied();
        }
    }

    private void take(ConsumerNode node, NodeData data) {
        if (node.kind() == Kind.OFFSET) {
            committed(node, data);
        } else if (!data.text().equals(owned.put(node, data.text()))) {
            owners.owned(node.group(), node.topic(), node.partition(), Optional.of(data.text()));
        }
    }

    private void committed(ConsumerNode node, NodeData data) {
        Commit before = commits.get(node);
        if (before != null && before.order() == data.order()) {
            return;
        }
        CommitTarget target = before == null ? null : before.target();
        if (data.offset().isEmpty()) {
            record.badOffset();
            commits.put(node, new Commit(data.order(), target));
            return;
        }
        CommitTarget live = target == null || !target.live()
                ? sink.target(Source.ZOOKEEPER, node.group(), node.topic(), node.partition())
                : target;
        commits.put(node, new Commit(data.order(), live));
        add(live, data.offset().getAsLong(), data.timeMillis(), data.order());
    }

    /** ZooKeeper does not tell when a node was deleted: it is now, and after the last that was written to it. */
    private void gone(ConsumerNode node) {
        Commit commit = commits.remove(node);
        if (commit != null && commit.target() != null && commit.target().live()) {
            add(commit.target(), CommitBatch.DELETED, clock.millis(), commit.order() + 1);
        }
        if (owned.remove(node) != null) {
            owners.owned(node.group(), node.topic(), node.partition(), Optional.empty());
        }
    }

    private void add(CommitTarget target, long offset, long timeMillis, long order) {
        batch.add(target, offset, timeMillis, order);
        if (batch.isFull()) {
            flush();
        }
    }

    /** Hands over what is collected; waits for the sink where that is slow. */
    void flush() {
        if (batch.size() > 0) {
            record.commits(batch.size());
            sink.accept(batch);
            batch.clear();
        }
    }
}
