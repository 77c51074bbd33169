package io.klamm.promql.row;

/**
 * The times that an expression is evaluated at: {@code count} of them, {@code interval} milliseconds apart.
 *
 * @param start the first, in milliseconds since the epoch
 * @param interval milliseconds between two; 1 if there is only one
 * @param count how many; at least one
 */
public record Steps(long start, long interval, int count) {

    public Steps {
        if (interval <= 0 || count <= 0) {
            throw new IllegalArgumentException(
                    "steps: " + count + " of " + interval + " ms (expected: at least one, of at least 1 ms)");
        }
    }

    /** A single evaluation. */
    public static Steps at(long time) {
        return new Steps(time, 1, 1);
    }

    /** The time of a step, from 0, in milliseconds since the epoch. */
    public long time(int step) {
        return start + step * interval;
    }

    /** The time of the last step. */
    public long end() {
        return time(count - 1);
    }

    /** The time of each. */
    public long[] times() {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = time(i);
        }
        return times;
    }
}
