package io.klamm.promql.value;

import io.klamm.model.series.Labels;

/**
 * One series of a {@link Matrix}: its points as two columns, oldest first. Series without gaps share their column of times, so nobody writes into
 * either.
 */
public final class MatrixSeries {

    private final Labels labels;
    private final long[] times;
    private final double[] values;
    private final int size;

    /** The first {@code size} entries of both columns, which are taken over. */
    public MatrixSeries(Labels labels, long[] times, double[] values, int size) {
        if (size < 0 || size > times.length || size > values.length) {
            throw new IllegalArgumentException(
                    "points: " + size + " (expected: 0 to " + Math.min(times.length, values.length) + ")");
        }
        this.labels = labels;
        this.times = times;
        this.values = values;
        this.size = size;
    }

    public Labels labels() {
        return labels;
    }

    public int size() {
        return size;
    }

    /** In milliseconds since the epoch. */
    public long time(int index) {
        return times[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** The column of times, in milliseconds since the epoch; good up to {@link #size()}. */
    public long[] times() {
        return times;
    }

    /** The column of values; good up to {@link #size()}. */
    public double[] values() {
        return values;
    }
}
