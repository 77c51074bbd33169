package io.klamm.collector.zookeeper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Fetches what changed, or everything, and gives it to what is known. For one thread. */
final class NodeReader {

    /** Offsets and owners; more are counted and left out. */
    private static final int MOST_NODES = 500_000;

    /** Nodes that are held in memory at a time. */
    private static final int CHUNK = 5_000;

    private final String consumers;
    private final Predicate<String> groups;
    private final Known known;
    private final SourceRecord record;

    NodeReader(String consumers, Predicate<String> groups, Known known, SourceRecord record) {
        this.consumers = consumers;
        this.groups = groups;
        this.known = known;
        this.record = record;
    }

    /** Reads all nodes that there are, and those that were there: what is not any more has been deleted. */
    void everything(Session session) throws SessionLostException, InterruptedException {
        Set<ConsumerNode> nodes =
                new LinkedHashSet<>(new Listing(session, consumers, groups, record).nodes(MOST_NODES));
        nodes.addAll(known.nodes());
        read(session, nodes);
        record.known(known.offsets(), known.owners());
    }

    /** Reads the nodes that have changed. */
    void changes(Session session, Set<ConsumerNode> changed) throws SessionLostException, InterruptedException {
        List<ConsumerNode> nodes = changed.stream().filter(this::hasRoom).toList();
        if (nodes.size() < changed.size()) {
            record.leftOut(changed.size() - nodes.size());
        }
        read(session, nodes);
        record.known(known.offsets(), known.owners());
    }

    private boolean hasRoom(ConsumerNode node) {
        return known.offsets() + known.owners() < MOST_NODES || known.knows(node);
    }

    private void read(Session session, Collection<ConsumerNode> nodes)
            throws SessionLostException, InterruptedException {
        List<ConsumerNode> all = new ArrayList<>(nodes);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<ConsumerNode> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            List<Answer<NodeData>> answers = session.data(
                    chunk.stream().map(node -> node.path(consumers)).toList());
            for (int i = 0; i < chunk.size(); i++) {
                known.take(chunk.get(i), answers.get(i));
            }
            known.flush();
            record.progress(from + chunk.size(), all.size());
        }
    }
}
