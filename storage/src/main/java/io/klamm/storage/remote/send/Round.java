package io.klamm.storage.remote.send;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Samples of the log that go out together, in rows that are linked series by series. For one thread. */
final class Round {

    private final List<SentSeries> series = new ArrayList<>();
    private long[] times = new long[1024];
    private double[] values = new double[1024];
    private int[] next = new int[1024];
    private int size;

    void add(SentSeries of, long time, double value) {
        if (size == times.length) {
            int capacity = size * 2;
            times = Arrays.copyOf(times, capacity);
            values = Arrays.copyOf(values, capacity);
            next = Arrays.copyOf(next, capacity);
        }
        if (of.isEmpty()) {
            series.add(of);
        } else {
            next[of.last()] = size;
        }
        of.add(size);
        times[size] = time;
        values[size] = value;
        next[size++] = SentSeries.NONE;
    }

    int size() {
        return size;
    }

    long time(int row) {
        return times[row];
    }

    double value(int row) {
        return values[row];
    }

    /** The row of the series' next sample; {@link SentSeries#NONE} at its end. */
    int next(int row) {
        return next[row];
    }

    /** The newest time of all; only of a round that is not empty. */
    long newestTime() {
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            newest = Math.max(newest, times[i]);
        }
        return newest;
    }

    /** Divides the round among requests, a series as a whole, so that each has about so many samples. */
    List<Part> parts(int samplesPerPart) {
        int count = Math.max(1, (size + samplesPerPart - 1) / samplesPerPart);
        int share = (size + count - 1) / count;
        List<Part> parts = new ArrayList<>();
        List<SentSeries> group = new ArrayList<>();
        int samples = 0;
        for (SentSeries one : series) {
            group.add(one);
            for (int row = one.first(); row != SentSeries.NONE; row = next[row]) {
                samples++;
            }
            if (samples >= share) {
                parts.add(Part.of(group, this));
                group.clear();
                samples = 0;
            }
        }
        if (!group.isEmpty()) {
            parts.add(Part.of(group, this));
        }
        return parts;
    }

    void clear() {
        series.forEach(SentSeries::clear);
        series.clear();
        size = 0;
    }
}
