package io.klamm.lab.traffic;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in buckets of 1/16 of a power of two, from 1 microsecond to an hour, so that a quantile is at most 6.25 % too high. Safe for several
 * threads.
 */
final class LatencyHistogram {

    private static final int SUB_BITS = 4;
    private static final int SUB = 1 << SUB_BITS;
    private static final int BUCKETS = (33 - SUB_BITS) * SUB;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    void record(long nanos) {
        counts.incrementAndGet(bucket(nanos / 1_000));
    }

    /** The value in milliseconds below which the given part (0 to 1) of all lies; 0 where nothing was recorded. */
    double quantileMillis(double part) {
        long total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            total += counts.get(i);
        }
        long rank = (long) Math.ceil(part * total);
        long seen = 0;
        for (int i = 0; i < BUCKETS && total > 0; i++) {
            seen += counts.get(i);
            if (seen >= rank) {
                return highestMicros(i) / 1_000.0;
            }
        }
        return 0;
    }

    /** Moves all counts to another histogram. */
    void drainTo(LatencyHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            other.counts.addAndGet(i, counts.getAndSet(i, 0));
        }
    }

    private static int bucket(long micros) {
        long value = Math.max(0, micros);
        if (value < SUB) {
            return (int) value;
        }
        int shift = 63 - Long.numberOfLeadingZeros(value) - SUB_BITS;
        return Math.min(BUCKETS - 1, shift * SUB + (int) (value >>> shift));
    }

    private static long highestMicros(int bucket) {
        if (bucket < 2 * SUB) {
            return bucket;
        }
        int shift = bucket / SUB - 1;
        return ((bucket % SUB + SUB + 1L) << shift) - 1;
    }
}
