package io.klamm.tsdb;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** Which readers are open, by the moment at which they began: what they may still read is not taken away from them. Safe from any thread. */
final class OpenReaders {

    /** After so long, a reader that was not closed is waited for no more. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TreeMap<Long, Integer> open = new TreeMap<>();
    private long generation;

    /** A reader begins; its generation, for {@link #leave}. */
    synchronized long enter() {
        open.merge(generation, 1, Integer::sum);
        return generation;
    }

    synchronized void leave(long entered) {
        open.computeIfPresent(entered, (key, count) -> count == 1 ? null : count - 1);
    }

    /** What follows is another generation; the last one before it. */
    synchronized long turn() {
        return generation++;
    }

    /** Whether nobody of a generation or an earlier one reads any more, or everybody has been waited for long enough. */
    synchronized boolean gone(long last, Instant turned, Instant now) {
        return open.isEmpty() || open.firstKey() > last || now.isAfter(turned.plus(PATIENCE));
    }

    synchronized int count() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }
}
