package io.klamm.promql.row;

import java.util.Arrays;

/** A row put aside in as little memory as its span needs. Immutable. */
public final class KeptRow {

    private static final double[] NOTHING = {};

    private final int from;
    private final double[] values;

    private KeptRow(int from, double[] values) {
        this.from = from;
        this.values = values;
    }

    /** A copy of a row, without what is absent at its ends. */
    public static KeptRow of(Row row) {
        row.trim();
        return row.isEmpty()
                ? new KeptRow(0, NOTHING)
                : new KeptRow(row.from(), Arrays.copyOfRange(row.values(), row.from(), row.to()));
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public int from() {
        return from;
    }

    public int to() {
        return from + values.length;
    }

    /** The values from {@link #from()} on. Not to be written into. */
    public double[] values() {
        return values;
    }

    /** How many values are kept. */
    public int size() {
        return values.length;
    }

    /** The value at a step; {@link Row#ABSENT} outside of the span. */
    public double get(int step) {
        int at = step - from;
        return at >= 0 && at < values.length ? values[at] : Row.ABSENT;
    }

    /** Makes a row a copy of this. */
    public void copyTo(Row row) {
        row.span(from, to());
        System.arraycopy(values, 0, row.values(), from, values.length);
    }
}
