package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import java.util.Arrays;

/**
 * A column of times, strictly rising, in milliseconds since the epoch: the rows that one writer wrote in some span. Kept once, and shared by its series, each
 * of which has a value in every row, or says by a {@link Presence} in which. Immutable; safe from any thread.
 */
public final class TimeColumn {

    private final long[] times;

    private TimeColumn(long[] times) {
        this.times = times;
    }

    /**
     * A column of {@code length} times, copied from {@code offset}.
     *
     * @throws IllegalArgumentException if there is none, more than {@link ChunkEncoder#MOST_VALUES}, or they do not rise
     */
    public static TimeColumn of(long[] times, int offset, int length) {
        if (length < 1 || length > ChunkEncoder.MOST_VALUES) {
            throw new IllegalArgumentException(
                    "times: " + length + " (expected: 1 to " + ChunkEncoder.MOST_VALUES + ")");
        }
        for (int i = offset + 1; i < offset + length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new IllegalArgumentException("time " + times[i] + " after " + times[i - 1] + ": does not rise");
            }
        }
        return new TimeColumn(Arrays.copyOfRange(times, offset, offset + length));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StorageException if the bytes are no column
     */
    public static TimeColumn read(ByteReader in) {
        return new TimeColumn(TimeCodec.read(in));
    }

    /** Puts the packed form, which says its own end. */
    public void write(ByteWriter out) {
        TimeCodec.write(times, out);
    }

    /** How many rows there are. */
    public int size() {
        return times.length;
    }

    public long time(int row) {
        return times[row];
    }

    public long first() {
        return times[0];
    }

    public long last() {
        return times[times.length - 1];
    }

    /** The first row of this time or a later one; {@link #size} if there is none. */
    public int rowAtOrAfter(long time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 1;
    }

    /** Whether another column has the same times. */
    public boolean sameAs(TimeColumn other) {
        return Arrays.equals(times, other.times);
    }

    /** Whether the rows from {@code row} on are these times. */
    public boolean sameAs(int row, long[] other, int offset, int length) {
        return length <= times.length - row && Arrays.equals(times, row, row + length, other, offset, offset + length);
    }

    /** Copies rows. */
    public void copy(int row, int rows, long[] into, int at) {
        System.arraycopy(times, row, into, at, rows);
    }

    /** Copies the rows that a series has. */
    public void copy(Presence presence, long[] into, int at) {
        presence.pick(times, into, at);
    }
}
