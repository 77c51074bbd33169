package io.klamm.storage.remote.write;

import java.util.Arrays;

/** The samples of one request as columns, and the order of their times. For one thread. */
final class Rows {

    /** How many there may be: the order of times packs a time and an index into 64 bits. */
    static final int MAX = 1 << 20;

    /** Times before it (the year 1830) and after {@link #LATEST} (2109) have no room in the packed form; no store keeps them. */
    static final long EARLIEST = -(1L << 42);

    static final long LATEST = (1L << 42) - 1;

    private CachedSeries[] series = new CachedSeries[1024];
    private long[] times = new long[1024];
    private long[] starts = new long[1024];
    private double[] values = new double[1024];
    private long[] order = new long[0];
    private int size;
    private boolean rising;

    void clear() {
        Arrays.fill(series, 0, size, null);
        size = 0;
        rising = true;
    }

    /** Adds a sample; {@code start} is 0 for one that has no start. */
    void add(CachedSeries of, long start, long time, double value) {
        if (size == times.length) {
            grow();
        }
        rising = rising && (size == 0 || time >= times[size - 1]);
        series[size] = of;
        times[size] = time;
        starts[size] = start;
        values[size++] = value;
    }

    private void grow() {
        int capacity = size * 2;
        series = Arrays.copyOf(series, capacity);
        times = Arrays.copyOf(times, capacity);
        starts = Arrays.copyOf(starts, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    int size() {
        return size;
    }

    /** Brings the rows into the order of their times; those of one time keep theirs. */
    void sort() {
        if (rising) {
            return;
        }
        if (order.length < size) {
            order = new long[size];
        }
        for (int i = 0; i < size; i++) {
            order[i] = ((times[i] - EARLIEST) << 20) | i;
        }
        Arrays.sort(order, 0, size);
    }

    /** The row that stands at this place of the order. */
    int row(int place) {
        return rising ? place : (int) (order[place] & (MAX - 1));
    }

    /** Where the times change that begin at this place of the order. */
    int endOfTime(int place) {
        long time = time(place);
        int end = place + 1;
        while (end < size && time(end) == time) {
            end++;
        }
        return end;
    }

    long time(int place) {
        return times[row(place)];
    }

    CachedSeries series(int row) {
        return series[row];
    }

    long start(int row) {
        return starts[row];
    }

    long timeOf(int row) {
        return times[row];
    }

    double value(int row) {
        return values[row];
    }
}
