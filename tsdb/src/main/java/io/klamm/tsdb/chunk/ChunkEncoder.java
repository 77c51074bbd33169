package io.klamm.tsdb.chunk;

import io.klamm.tsdb.files.ByteWriter;

/**
 * Packs the values of a chunk as small as it can, without losing a bit: NaNs keep their payload, zeros their sign. The times are not in it, nor is the number of values: see
 * {@link TimeColumn}. For one thread; use it again and again.
 */
public final class ChunkEncoder {

    /** The most values that a chunk may have. */
    public static final int MOST_VALUES = 4096;

    private final Numbers numbers = new Numbers();
    private final PackedWriter packed = new PackedWriter();
    private final XorWriter xor = new XorWriter();

    /**
     * Puts the packed form of {@code length} values, from {@code offset}, into {@code out}.
     *
     * @throws IllegalArgumentException if there is no value, or more than {@link #MOST_VALUES}
     */
    public void encode(double[] values, int offset, int length, ByteWriter out) {
        if (length < 1 || length > MOST_VALUES) {
            throw new IllegalArgumentException("values: " + length + " (expected: 1 to " + MOST_VALUES + ")");
        }
        int runs = runs(values, offset, length);
        if (runs == 1) {
            int scale = Scale.of(values[offset]);
            out.putByte(ValueCodec.head(ValueCodec.CONSTANT, scale));
            putValue(values[offset], scale, 0, out);
            return;
        }
        int start = out.size();
        boolean decimal = numbers.set(values, offset, length);
        packed.write(numbers, out);
        if (!decimal) {
            replaceIfSmaller(out, start, () -> putXor(values, offset, length, out));
        }
        if (runs <= length / 4) {
            replaceIfSmaller(out, start, () -> putRuns(values, offset, length, out));
        }
        if (out.size() - start > length * Double.BYTES) {
            replaceIfSmaller(out, start, () -> putRaw(values, offset, length, out));
        }
    }

    /** Lets another form be put behind what was put since {@code start}, and keeps the smaller of both. */
    private static void replaceIfSmaller(ByteWriter out, int start, Runnable form) {
        int middle = out.size();
        form.run();
        int length = out.size() - middle;
        if (length < middle - start) {
            System.arraycopy(out.array(), middle, out.array(), start, length);
            out.truncate(start + length);
        } else {
            out.truncate(middle);
        }
    }

    private static int runs(double[] values, int offset, int length) {
        long previous = Double.doubleToRawLongBits(values[offset]);
        int runs = 1;
        for (int i = offset + 1; i < offset + length; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            runs += bits == previous ? 0 : 1;
            previous = bits;
        }
        return runs;
    }

    private void putRaw(double[] values, int offset, int length, ByteWriter out) {
        out.putByte(ValueCodec.RAW);
        for (int i = offset; i < offset + length; i++) {
            out.putDouble(values[i]);
        }
    }

    private void putXor(double[] values, int offset, int length, ByteWriter out) {
        out.putByte(ValueCodec.XOR);
        xor.write(values, offset, length, out);
    }

    private void putRuns(double[] values, int offset, int length, ByteWriter out) {
        int scale = numbers.odd() == 0 ? numbers.scale() : Scale.BITS;
        out.putByte(ValueCodec.head(ValueCodec.RUNS, scale));
        long previous = 0;
        for (int begin = offset; begin < offset + length; ) {
            long bits = Double.doubleToRawLongBits(values[begin]);
            int end = begin + 1;
            while (end < offset + length && Double.doubleToRawLongBits(values[end]) == bits) {
                end++;
            }
            putValue(values[begin], scale, previous, out);
            previous = Scale.number(values[begin], scale);
            out.putVarint(end - begin - 1);
            begin = end;
        }
    }

    /** A value as the difference of its number to another, or by the scale of bits as these. */
    private static void putValue(double value, int scale, long previous, ByteWriter out) {
        if (scale == Scale.BITS) {
            out.putDouble(value);
        } else {
            out.putSigned(Scale.number(value, scale) - previous);
        }
    }
}
