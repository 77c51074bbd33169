package io.klamm.storage;

import java.util.Arrays;

/** Samples as two columns, times and values, that grow together. For one thread; {@link #clear()} keeps the room for the next series. */
public final class SampleBuffer {

    private long[] times;
    private double[] values;
    private int size;

    public SampleBuffer() {
        this(128);
    }

    public SampleBuffer(int capacity) {
        times = new long[capacity];
        values = new double[capacity];
    }

    public void add(long time, double value) {
        ensure(1);
        times[size] = time;
        values[size++] = value;
    }

    /** Makes room for so many more, to be filled through {@link #times()} and {@link #values()} and told by {@link #grow}. */
    public void ensure(int more) {
        int needed = Math.addExact(size, more);
        if (needed > times.length) {
            int capacity = Math.max(needed, times.length + (times.length >> 1) + 16);
            times = Arrays.copyOf(times, capacity);
            values = Arrays.copyOf(values, capacity);
        }
    }

    /** Says that so many more samples stand in the columns. */
    public void grow(int more) {
        if (more < 0 || size + more > times.length) {
            throw new IllegalArgumentException("samples: " + more + " (expected: 0 to " + (times.length - size) + ")");
        }
        size += more;
    }

    /** Keeps only the first so many samples. */
    public void truncate(int newSize) {
        if (newSize < 0 || newSize > size) {
            throw new IllegalArgumentException("samples: " + newSize + " (expected: 0 to " + size + ")");
        }
        size = newSize;
    }

    public int size() {
        return size;
    }

    public long time(int index) {
        return times[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** The column of times, in milliseconds since the epoch; good up to {@link #size()} and until the next growth. */
    public long[] times() {
        return times;
    }

    /** The column of values; good up to {@link #size()} and until the next growth. */
    public double[] values() {
        return values;
    }

    public void clear() {
        size = 0;
    }
}
