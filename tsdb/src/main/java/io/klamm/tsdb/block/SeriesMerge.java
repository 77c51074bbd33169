package io.klamm.tsdb.block;

import io.klamm.storage.SampleBuffer;
import java.io.IOException;
import java.util.Arrays;

/** Samples of one series out of several blocks, with the group of each. Where two blocks have one of the same time, the one that was added last wins. For one thread. */
final class SeriesMerge {

    private long[] times = new long[1024];
    private double[] values = new double[1024];
    private int[] groups = new int[1024];
    private int size;
    private long[] spareTimes = new long[1024];
    private double[] spareValues = new double[1024];
    private int[] spareGroups = new int[1024];

    void clear() {
        size = 0;
    }

    /** Adds the samples from {@code offset} on, strictly rising, all of one group. */
    void add(SampleBuffer samples, int offset, int group) {
        int length = samples.size() - offset;
        if (length == 0) {
            return;
        }
        reserve(size + length);
        if (size == 0 || samples.time(offset) > times[size - 1]) {
            System.arraycopy(samples.times(), offset, times, size, length);
            System.arraycopy(samples.values(), offset, values, size, length);
            Arrays.fill(groups, size, size + length, group);
            size += length;
        } else {
            merge(samples, offset, group);
        }
    }

    private void reserve(int needed) {
        if (needed > times.length) {
            int capacity = Math.max(needed, times.length + (times.length >> 1));
            times = Arrays.copyOf(times, capacity);
            values = Arrays.copyOf(values, capacity);
            groups = Arrays.copyOf(groups, capacity);
        }
    }

    private void merge(SampleBuffer samples, int offset, int group) {
        if (spareTimes.length < times.length) {
            spareTimes = new long[times.length];
            spareValues = new double[times.length];
            spareGroups = new int[times.length];
        }
        int merged = 0;
        int i = 0;
        int j = offset;
        while (i < size || j < samples.size()) {
            boolean old = j == samples.size() || (i < size && times[i] < samples.time(j));
            if (old) {
                put(merged++, times[i], values[i], groups[i]);
                i++;
            } else {
                i += i < size && times[i] == samples.time(j) ? 1 : 0;
                put(merged++, samples.time(j), samples.value(j), group);
                j++;
            }
        }
        swap(merged);
    }

    private void put(int at, long time, double value, int group) {
        spareTimes[at] = time;
        spareValues[at] = value;
        spareGroups[at] = group;
    }

    private void swap(int merged) {
        long[] oldTimes = times;
        double[] oldValues = values;
        int[] oldGroups = groups;
        times = spareTimes;
        values = spareValues;
        groups = spareGroups;
        spareTimes = oldTimes;
        spareValues = oldValues;
        spareGroups = oldGroups;
        size = merged;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void write(SeriesSink sink) throws IOException {
        int begin = 0;
        while (begin < size) {
            int end = begin + 1;
            while (end < size && groups[end] == groups[begin]) {
                end++;
            }
            sink.samples(groups[begin], times, values, begin, end - begin);
            begin = end;
        }
    }
}
