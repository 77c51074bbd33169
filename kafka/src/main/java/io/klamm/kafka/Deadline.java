package io.klamm.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The point in time by which a cycle must have ended. */
final class Deadline {

    private final LongSupplier nanos;
    private final long end;

    Deadline(LongSupplier nanos, Duration limit) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + limit.toNanos();
    }

    /** What is left, in milliseconds; 0 when it has passed. */
    long leftMillis() {
        return Math.max(0, (end - nanos.getAsLong()) / 1_000_000);
    }

    /** What is left but no more than the limit, at least 1, in milliseconds. */
    int leftMillis(Duration limit) {
        return (int) Math.max(1, Math.min(leftMillis(), limit.toMillis()));
    }
}
