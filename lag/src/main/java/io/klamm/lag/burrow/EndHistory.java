package io.klamm.lag.burrow;

import java.util.Arrays;

/** How the end of one partition moved, for as long as commits of the past are read: which end was known at which time. */
final class EndHistory {

    private static final int MOST = 512;

    private long[] times = new long[8];
    private long[] offsets = new long[8];
    private int size;

    /** Adds what was seen next; an end that has not moved says nothing new. */
    void add(long timeMillis, long offset) {
        if (size > 0 && offsets[size - 1] == offset) {
            return;
        }
        if (size == MOST) {
            dropOldest();
        } else if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        times[size] = timeMillis;
        offsets[size++] = offset;
    }

    private void dropOldest() {
        System.arraycopy(times, 1, times, 0, size - 1);
        System.arraycopy(offsets, 1, offsets, 0, size - 1);
        size--;
    }

    /** The end that was known at this time; before the first that was seen, the first. There must be one. */
    long at(long timeMillis) {
        int index = size - 1;
        while (index > 0 && times[index] > timeMillis) {
            index--;
        }
        return offsets[index];
    }
}
