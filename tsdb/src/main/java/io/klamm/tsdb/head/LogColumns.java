package io.klamm.tsdb.head;

import io.klamm.tsdb.wal.LogEncoder;
import java.util.Arrays;

/** Samples as the log takes them. For one thread. */
final class LogColumns {

    private int[] series = new int[256];
    private long[] times = new long[256];
    private double[] values = new double[256];
    private int count;

    void add(int number, long time, double value) {
        if (count == series.length) {
            int more = 2 * count;
            series = Arrays.copyOf(series, more);
            times = Arrays.copyOf(times, more);
            values = Arrays.copyOf(values, more);
        }
        series[count] = number;
        times[count] = time;
        values[count++] = value;
    }

    void put(LogEncoder into, int writer, boolean late) {
        if (count > 0) {
            into.samples(writer, late, series, times, values, count);
        }
    }

    void clear() {
        count = 0;
    }
}
