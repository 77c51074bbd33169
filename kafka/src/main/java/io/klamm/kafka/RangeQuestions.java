package io.klamm.kafka;

import io.klamm.model.OffsetRange;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions that wait for their turn: each once, the oldest first, and the oldest are dropped for new ones where there are too many. Safe for use by several threads. */
final class RangeQuestions {

    private final int capacity;
    private final Set<OffsetRange> waiting = new LinkedHashSet<>();
    private boolean closed;
    private long asked;
    private long dropped;

    /** @param capacity questions, at most */
    RangeQuestions(int capacity) {
        this.capacity = capacity;
    }

    /** Returns at once; a question that waits already is not asked twice. */
    synchronized void add(List<OffsetRange> ranges) {
        for (OffsetRange range : ranges) {
            if (!closed && waiting.add(range)) {
                asked++;
                dropOldest();
            }
        }
        notifyAll();
    }

    private void dropOldest() {
        if (waiting.size() > capacity) {
            removeFirst();
            dropped++;
        }
    }

    private OffsetRange removeFirst() {
        Iterator<OffsetRange> first = waiting.iterator();
        OffsetRange range = first.next();
        first.remove();
        return range;
    }

    /** The oldest question, for which it waits; empty when there will be none. */
    synchronized Optional<OffsetRange> take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        return closed ? Optional.empty() : Optional.of(removeFirst());
    }

    /** Nobody wants the answers any more. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        notifyAll();
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized long asked() {
        return asked;
    }

    synchronized long dropped() {
        return dropped;
    }
}
