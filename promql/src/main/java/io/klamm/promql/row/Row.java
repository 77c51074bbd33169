package io.klamm.promql.row;

import io.klamm.model.series.StaleMarker;
import java.util.Arrays;

/**
 * The values of one series at all steps, to be filled again and again. Only the steps from {@link #from()} to before {@link #to()} count, and of those a
 * step whose value is {@link #ABSENT} has none. For one thread.
 */
public final class Row {

    /**
     * No value. It has the bits of a stale marker, which says the same of a sample, and which no computation yields: compare it by {@link #absent}.
     */
    public static final double ABSENT = StaleMarker.VALUE;

    private final double[] values;
    private int from;
    private int to;

    /** A row without values. */
    public Row(int steps) {
        values = new double[steps];
    }

    /** Whether this says that there is no value. */
    public static boolean absent(double value) {
        return Double.doubleToRawLongBits(value) == StaleMarker.BITS;
    }

    /** The values, of which only those between {@link #from()} and {@link #to()} count. To be written into. */
    public double[] values() {
        return values;
    }

    /** How many steps there are. */
    public int steps() {
        return values.length;
    }

    /** The first step that counts. */
    public int from() {
        return from;
    }

    /** The step after the last that counts. */
    public int to() {
        return to;
    }

    public boolean isEmpty() {
        return from >= to;
    }

    /** Says which steps count. */
    public void span(int newFrom, int newTo) {
        from = newFrom;
        to = Math.max(newFrom, newTo);
    }

    /** Makes all steps count, those outside of the span as absent. */
    public void widen() {
        if (isEmpty()) {
            Arrays.fill(values, ABSENT);
        } else {
            Arrays.fill(values, 0, from, ABSENT);
            Arrays.fill(values, to, values.length, ABSENT);
        }
        span(0, values.length);
    }

    /** Makes the first and the last step that count be steps with values. */
    public void trim() {
        while (from < to && absent(values[from])) {
            from++;
        }
        while (from < to && absent(values[to - 1])) {
            to--;
        }
    }

    /** The value at a step; {@link #ABSENT} outside of the span. */
    public double get(int step) {
        return step >= from && step < to ? values[step] : ABSENT;
    }

    /** Makes this a copy of another row of as many steps. */
    public void copyFrom(Row other) {
        span(other.from, other.to);
        System.arraycopy(other.values, from, values, from, to - from);
    }

    /** Gives all steps one value. */
    public void fill(double value) {
        Arrays.fill(values, value);
        span(0, values.length);
    }
}
