package io.klamm.tsdb.wal;

import io.klamm.model.series.StaleMarker;
import io.klamm.tsdb.files.ByteWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Packs samples for the log. Every record can be read alone: nothing in it leans on an earlier one, so that a damaged record costs no other.
 *
 * <p>A record has flags, the writer, a time, the number of samples, and then three columns: series numbers as runs of neighbours; times, if they are not all that one,
 * by their distances; and values, each with four bits that say what it is (as the one before, an integer of so many bytes, a decimal, some of the high
 * bytes of a double) followed by the bytes of all.
 */
final class SampleRecordWriter {

    /** Flag: every sample has a time of its own. */
    static final int OWN_TIMES = 1;
    /** Flag: the samples were older than the newest of their series. */
    static final int LATE = 2;

    /** The most samples of a record. */
    static final int MOST = 8192;

    // What the four bits before a value say; 1 to 8 are the bytes of an integer, and 15 is kept.
    static final int REPEATED = 0;
    static final int ZERO = 9;
    static final int STALE = 10;
    static final int DECIMAL = 11;
    static final int HIGH_4 = 12;
    static final int HIGH_6 = 13;
    static final int RAW = 14;

    static final int MOST_DIGITS = 3;
    private static final double LARGEST_DECIMAL = 1e12;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private SampleRecordWriter() {}

    static double power(int digits) {
        return digits == 1 ? 10 : digits == 2 ? 100 : 1000;
    }

    /** Puts the samples of {@code from <= index < to}. */
    static void write(
            ByteWriter out, int writer, boolean late, int[] series, long[] times, double[] values, int from, int to) {
        boolean own = !allEqual(times, from, to);
        out.putByte((own ? OWN_TIMES : 0) | (late ? LATE : 0));
        out.putVarint(writer);
        out.putSigned(times[from]);
        out.putVarint(to - from);
        writeSeries(out, series, from, to);
        if (own) {
            writeTimes(out, times, from, to);
        }
        writeValues(out, values, from, to);
    }

    private static boolean allEqual(long[] times, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (times[i] != times[from]) {
                return false;
            }
        }
        return true;
    }

    private static void writeSeries(ByteWriter out, int[] series, int from, int to) {
        int expected = 0;
        int i = from;
        while (i < to) {
            int first = series[i];
            int run = 1;
            while (i + run < to && series[i + run] == first + run) {
                run++;
            }
            long gap = (long) first - expected;
            long zigzag = (gap << 1) ^ (gap >> 63);
            out.putVarint(zigzag << 1 | (run > 1 ? 1 : 0));
            if (run > 1) {
                out.putVarint(run - 2);
            }
            expected = first + run;
            i += run;
        }
    }

    private static void writeTimes(ByteWriter out, long[] times, int from, int to) {
        long previous = times[from];
        for (int i = from; i < to; i++) {
            out.putSigned(times[i] - previous);
            previous = times[i];
        }
    }

    private static void writeValues(ByteWriter out, double[] values, int from, int to) {
        int count = to - from;
        int tags = (count + 1) / 2;
        out.reserve(tags + count * 9 + Long.BYTES);
        byte[] bytes = out.array();
        int tagAt = out.size();
        int at = tagAt + tags;
        long previous = 0;
        int pair = 0;
        for (int i = 0; i < count; i++) {
            double value = values[from + i];
            long bits = Double.doubleToRawLongBits(value);
            int tag = REPEATED;
            if (bits != previous) {
                long token = bits == 0 ? ZERO : put(bytes, at, value, bits);
                tag = (int) (token & 0xF);
                at += (int) (token >>> 4);
                previous = bits;
            }
            if ((i & 1) == 0) {
                pair = tag;
            } else {
                bytes[tagAt++] = (byte) (pair | tag << 4);
            }
        }
        if ((count & 1) != 0) {
            bytes[tagAt] = (byte) pair;
        }
        out.grow(at - out.size());
    }

    /** Puts the bytes of one value; the tag, and times 16 how many bytes there are. */
    private static long put(byte[] bytes, int at, double value, long bits) {
        long integer = (long) value;
        if (Double.doubleToRawLongBits((double) integer) == bits) {
            int length = putInteger(bytes, at, integer);
            return length | length << 4;
        }
        if (bits == StaleMarker.BITS) {
            return STALE;
        }
        int decimal = Math.abs(value) < LARGEST_DECIMAL ? putDecimal(bytes, at, value, bits) : 0;
        if (decimal > 0) {
            return DECIMAL | decimal << 4;
        }
        int zeros = Long.numberOfTrailingZeros(bits) >>> 3;
        int length = zeros >= 4 ? 4 : zeros >= 2 ? 6 : 8;
        LONG.set(bytes, at, bits >>> (64 - 8 * length));
        return (length == 4 ? HIGH_4 : length == 6 ? HIGH_6 : RAW) | length << 4;
    }

    private static int putInteger(byte[] bytes, int at, long integer) {
        long zigzag = (integer << 1) ^ (integer >> 63);
        LONG.set(bytes, at, zigzag);
        return Math.max(1, (71 - Long.numberOfLeadingZeros(zigzag)) >>> 3);
    }

    /** Puts a number of at most three decimals; how many bytes, or 0 if it is none. */
    private static int putDecimal(byte[] bytes, int at, double value, long bits) {
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            double power = power(digits);
            long scaled = Math.round(value * power);
            if (Double.doubleToRawLongBits((double) scaled / power) == bits) {
                int length = putInteger(bytes, at + 1, scaled);
                bytes[at] = (byte) (digits << 4 | length);
                return 1 + length;
            }
        }
        return 0;
    }
}
