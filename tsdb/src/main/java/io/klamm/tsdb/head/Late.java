package io.klamm.tsdb.head;

import java.util.Arrays;

/** Samples of one series that came after newer ones, sorted by time, until they are sealed. Guarded as {@link HeadSeries} is. */
final class Late {

    private long[] times = new long[4];
    private double[] values = new double[4];
    private int size;
    /** The log's segment that was current when the first of them came. */
    private final long segment;

    Late(long segment) {
        this.segment = segment;
    }

    /** Puts a sample in its place; false if there is one of this time already. */
    boolean add(long time, double value) {
        int found = Arrays.binarySearch(times, 0, size, time);
        if (found >= 0) {
            return false;
        }
        int place = -found - 1;
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        System.arraycopy(times, place, times, place + 1, size - place);
        System.arraycopy(values, place, values, place + 1, size - place);
        times[place] = time;
        values[place] = value;
        size++;
        return true;
    }

    int size() {
        return size;
    }

    long segment() {
        return segment;
    }

    long firstTime() {
        return times[0];
    }

    long lastTime() {
        return times[size - 1];
    }

    /** The place of a sample of this time; negative if there is none. */
    int find(long time) {
        return Arrays.binarySearch(times, 0, size, time);
    }

    double value(int place) {
        return values[place];
    }

    long[] copyTimes() {
        return Arrays.copyOf(times, size);
    }

    double[] copyValues() {
        return Arrays.copyOf(values, size);
    }

    /** Takes out the samples of these times, sorted. */
    void removeAll(long[] sealed) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (Arrays.binarySearch(sealed, times[i]) < 0) {
                times[kept] = times[i];
                values[kept++] = values[i];
            }
        }
        size = kept;
    }

    /** Takes out the samples before a time. */
    void removeBefore(long time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        int dropped = found >= 0 ? found : -found - 1;
        System.arraycopy(times, dropped, times, 0, size - dropped);
        System.arraycopy(values, dropped, values, 0, size - dropped);
        size -= dropped;
    }
}
