package io.klamm.tsdb.wal;

import io.klamm.model.series.StaleMarker;
import io.klamm.storage.StorageException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Samples of one writer as a record of the log has them: columns of series numbers, times and values. Filled again and again by {@link #read}. For one thread.
 *
 * <p>The layout is in {@link SampleRecordWriter}.
 */
public final class SampleRecord {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private int writer;
    private boolean late;
    private int count;
    private int[] series = new int[1024];
    private long[] times = new long[1024];
    private double[] values = new double[1024];

    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    public int writer() {
        return writer;
    }

    /** Whether these samples were older than their series' newest when they came. */
    public boolean late() {
        return late;
    }

    public int count() {
        return count;
    }

    public int series(int index) {
        return series[index];
    }

    public long time(int index) {
        return times[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** Reads the body of a record; behind its end eight more bytes can be read. */
    void read(byte[] from, int begin, int to) {
        bytes = from;
        at = begin;
        end = to;
        int flags = next();
        late = (flags & SampleRecordWriter.LATE) != 0;
        writer = (int) varint();
        long time = signed();
        long claimed = varint();
        if (claimed < 0 || claimed > SampleRecordWriter.MOST) {
            throw new StorageException("samples: " + claimed + " (expected: 0 to " + SampleRecordWriter.MOST + ")");
        }
        count = (int) claimed;
        reserve(count);
        readSeries();
        readTimes(time, (flags & SampleRecordWriter.OWN_TIMES) != 0);
        readValues();
        if (at != end) {
            throw new StorageException("samples: " + (end - at) + " bytes (expected: none behind the last)");
        }
    }

    private void reserve(int wanted) {
        if (wanted > series.length) {
            series = new int[wanted];
            times = new long[wanted];
            values = new double[wanted];
        }
    }

    private void readSeries() {
        int expected = 0;
        int i = 0;
        while (i < count) {
            long token = varint();
            long gap = token >>> 1;
            int first = expected + (int) ((gap >>> 1) ^ -(gap & 1));
            long run = (token & 1) == 0 ? 1 : varint() + 2;
            if (run < 0 || run > count - i || first < 0 || first > Integer.MAX_VALUE - run) {
                throw new StorageException(
                        "series: " + first + " and " + run + " more (expected: " + (count - i) + ")");
            }
            for (int k = 0; k < run; k++) {
                series[i++] = first + k;
            }
            expected = first + (int) run;
        }
    }

    private void readTimes(long base, boolean own) {
        if (!own) {
            Arrays.fill(times, 0, count, base);
            return;
        }
        long time = base;
        for (int i = 0; i < count; i++) {
            time += signed();
            times[i] = time;
        }
    }

    private void readValues() {
        int tags = at;
        at += (count + 1) / 2;
        checkEnd();
        double previous = 0;
        for (int i = 0; i < count; i++) {
            int tag = (bytes[tags + (i >> 1)] >> ((i & 1) << 2)) & 0xF;
            if (tag != SampleRecordWriter.REPEATED) {
                previous = read(tag);
                checkEnd();
            }
            values[i] = previous;
        }
    }

    private double read(int tag) {
        if (tag <= 8) {
            return (double) integer(tag);
        }
        return switch (tag) {
            case SampleRecordWriter.ZERO -> 0.0;
            case SampleRecordWriter.STALE -> StaleMarker.VALUE;
            case SampleRecordWriter.DECIMAL -> decimal();
            case SampleRecordWriter.HIGH_4 -> high(4);
            case SampleRecordWriter.HIGH_6 -> high(6);
            case SampleRecordWriter.RAW -> high(8);
            default -> throw new StorageException("value: tag " + tag + " (expected: 0 to 14)");
        };
    }

    private long integer(int length) {
        checkEnd();
        long raw = (long) LONG.get(bytes, at) & (-1L >>> (64 - 8 * length));
        at += length;
        return (raw >>> 1) ^ -(raw & 1);
    }

    private double decimal() {
        int header = next();
        int digits = header >>> 4;
        int length = header & 0xF;
        if (digits < 1 || digits > SampleRecordWriter.MOST_DIGITS || length < 1 || length > 8) {
            throw new StorageException("value: " + length + " bytes with " + digits + " decimals");
        }
        return (double) integer(length) / SampleRecordWriter.power(digits);
    }

    private double high(int length) {
        checkEnd();
        long bits = (long) LONG.get(bytes, at) << (64 - 8 * length);
        at += length;
        return Double.longBitsToDouble(bits);
    }

    private int next() {
        at++;
        checkEnd();
        return bytes[at - 1] & 0xFF;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = next();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new StorageException("samples: a number of more than 10 bytes");
    }

    private long signed() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private void checkEnd() {
        if (at > end) {
            throw new StorageException("samples: bytes end too early");
        }
    }
}
