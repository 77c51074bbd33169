package io.klamm.tsdb.head;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The times that series of one writer share: rows, numbered through from the beginning, of which the older ones are dropped once no tail needs them. Guarded as {@link HeadSeries}
 * is; the times of rows that a reader has seen stay where they are in the array that it has seen.
 */
final class Timeline {

    private final @Nullable String group;
    private long[] times = new long[8];
    /** The log's segment that was current when each row came. */
    private long[] segments = new long[8];

    private int firstRow;
    private int size;

    /** @param group the name that blocks know the rows by; null for the times of one series alone */
    Timeline(@Nullable String group) {
        this.group = group;
    }

    @Nullable
    String group() {
        return group;
    }

    int firstRow() {
        return firstRow;
    }

    /** The row after the last. */
    int endRow() {
        return firstRow + size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long lastTime() {
        return times[size - 1];
    }

    long time(int row) {
        return times[row - firstRow];
    }

    long segment(int row) {
        return segments[row - firstRow];
    }

    /** Appends a row, later than the last; its number. */
    int add(long time, long segment) {
        if (size == times.length) {
            int more = size + (size >> 1) + 8;
            times = Arrays.copyOf(times, more);
            segments = Arrays.copyOf(segments, more);
        }
        times[size] = time;
        segments[size] = segment;
        return firstRow + size++;
    }

    /** The row of this time; -1 if there is none. */
    int row(long time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        return found >= 0 ? firstRow + found : -1;
    }

    /** The first row of this time or a later one; {@link #endRow} if there is none. */
    int rowAtOrAfter(long time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        return firstRow + (found >= 0 ? found : -found - 1);
    }

    /** Drops the rows before one. */
    void dropBefore(int row) {
        int dropped = Math.min(size, row - firstRow);
        if (dropped > 0) {
            int capacity = Math.max(8, size - dropped);
            times = Arrays.copyOfRange(times, dropped, dropped + capacity);
            segments = Arrays.copyOfRange(segments, dropped, dropped + capacity);
            size -= dropped;
            firstRow += dropped;
        }
    }

    /** The array of times; row {@code r} of now is at {@code r - firstRow()} in it, for as long as the caller keeps both. */
    long[] times() {
        return times;
    }
}
