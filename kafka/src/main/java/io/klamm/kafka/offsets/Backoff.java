package io.klamm.kafka.offsets;

/** How long to wait before the next try: half a second at first, then twice as long each time, 10 s at most. */
final class Backoff {

    static final long FIRST_MILLIS = 500;
    static final long LAST_MILLIS = 10_000;

    private long next = FIRST_MILLIS;

    /** Milliseconds until the next try. */
    long next() {
        long now = next;
        next = Math.min(LAST_MILLIS, 2 * next);
        return now;
    }

    /** After a success. */
    void reset() {
        next = FIRST_MILLIS;
    }
}
