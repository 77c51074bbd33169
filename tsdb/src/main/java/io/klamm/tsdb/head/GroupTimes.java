package io.klamm.tsdb.head;

import io.klamm.tsdb.chunk.TimeColumn;
import java.util.Arrays;

/** The times of one group in a span, gathered from wherever rows of it are. For one thread. */
final class GroupTimes {

    private long[] times = new long[64];
    private int size;

    void add(TimeColumn column, long from, long to) {
        for (int row = column.rowAtOrAfter(from); row < column.size() && column.time(row) <= to; row++) {
            add(column.time(row));
        }
    }

    void add(Timeline line, long from, long to) {
        for (int row = line.rowAtOrAfter(from); row < line.endRow() && line.time(row) <= to; row++) {
            add(line.time(row));
        }
    }

    private void add(long time) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
        }
        times[size++] = time;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The times, strictly rising. */
    long[] sorted() {
        Arrays.sort(times, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || times[kept - 1] != times[i]) {
                times[kept++] = times[i];
            }
        }
        return Arrays.copyOf(times, kept);
    }
}
