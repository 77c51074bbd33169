package io.klamm.tsdb.head;

import java.util.Arrays;

/** The samples of a tail as columns, rows and values. For one thread; filled again and again. */
final class DecodedTail {

    private final TailReader reader = new TailReader();
    private int[] rows = new int[256];
    private double[] values = new double[256];
    private int count;

    /** Reads the tail of a series, under the head's lock. */
    void read(HeadSeries series) {
        read(series.tail, series.tailCount, series.baseRow, series.baseValue);
    }

    void read(byte[] tail, int samples, int baseRow, double baseValue) {
        count = samples;
        if (samples > rows.length) {
            rows = new int[samples + samples / 2];
            values = new double[rows.length];
        }
        reader.open(tail, samples, baseRow, baseValue);
        for (int i = 0; reader.next(); i++) {
            rows[i] = reader.row();
            values[i] = reader.value();
        }
    }

    /** Gives the samples the rows that follow one another from a number on. */
    void renumber(int firstRow) {
        for (int i = 0; i < count; i++) {
            rows[i] = firstRow + i;
        }
    }

    int count() {
        return count;
    }

    int row(int index) {
        return rows[index];
    }

    double value(int index) {
        return values[index];
    }

    /** The values as an array, good up to {@link #count}. */
    double[] values() {
        return values;
    }

    /** The first sample of a row or a later one; {@link #count} if there is none. */
    int atOrAfter(int row) {
        int found = Arrays.binarySearch(rows, 0, count, row);
        return found >= 0 ? found : -found - 1;
    }
}
