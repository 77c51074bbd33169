package io.klamm.collector.zookeeper;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the servers of one session have announced, for the source's thread to fetch: a node that changes ten times before its turn is read once. Safe for use by several
 * threads.
 */
final class Inbox {

    /** What there is to be done. */
    sealed interface Work {

        /** All must be listed: a session has begun, or something may have been missed. */
        record Listing() implements Work {}

        /** These nodes have changed. */
        record Changes(Set<ConsumerNode> nodes) implements Work {}

        /** No server answers any more; the session goes on if one does soon. */
        record Silence() implements Work {}

        /** The session cannot be used any more; another must begin. */
        record End(String why) implements Work {}

        /** Nothing, in the time given. */
        record Nothing() implements Work {}
    }

    private final int capacity;
    private final Set<ConsumerNode> changed = new LinkedHashSet<>();
    private boolean connected;
    private boolean silence;
    private boolean missed;
    private String over = "";

    /** @param capacity changed nodes, at most; when there are more, all are listed anew */
    Inbox(int capacity) {
        this.capacity = capacity;
    }

    synchronized void changed(ConsumerNode node) {
        if (missed) {
            return;
        }
        changed.add(node);
        if (changed.size() > capacity) {
            missed();
        }
        notifyAll();
    }

    /** Something may have changed that nobody told of. */
    synchronized void missed() {
        missed = true;
        changed.clear();
        notifyAll();
    }

    /** A server answers; what happened before is not known. */
    synchronized void connected() {
        connected = true;
        silence = false;
        missed();
    }

    synchronized void disconnected() {
        connected = false;
        silence = true;
        notifyAll();
    }

    /** The session has come to its end. */
    synchronized void over(String why) {
        over = why;
        notifyAll();
    }

    synchronized boolean isConnected() {
        return connected;
    }

    /**
     * The next thing to do, for which it waits. When no server answers for so long, the session is given up: those that have lost their data refuse the client of an old
     * one for ever.
     */
    synchronized Work take(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (over.isEmpty() && !silence && !(connected && (missed || !changed.isEmpty()))) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return connected ? new Work.Nothing() : new Work.End("Unanswered");
            }
            wait(left);
        }
        if (!over.isEmpty()) {
            return new Work.End(over);
        }
        return silence ? silence() : work();
    }

    private Work silence() {
        silence = false;
        return new Work.Silence();
    }

    private Work work() {
        if (missed) {
            missed = false;
            return new Work.Listing();
        }
        Set<ConsumerNode> nodes = new LinkedHashSet<>(changed);
        changed.clear();
        return new Work.Changes(nodes);
    }
}
