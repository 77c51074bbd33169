package io.klamm.tsdb.chunk;

import io.klamm.tsdb.files.ByteWriter;

/**
 * Packs the values of a chunk as small as it can, without losing a bit: NaNs keep their payload, zeros their sign. The times are not in it, nor is the number of values: see
 * {@link TimeColumn}. For one thread; use it again and again.
 */
public final class ChunkEncoder {

    /** The most values that a chunk may have. */
    public static final int MOST_VALUES = 4096;

    /**
     * Puts the packed form of {@code length} values, from {@code offset}, into {@code out}.
     *
     * @throws IllegalArgumentException if there is no value, or more than {@link #MOST_VALUES}
     */
    public void encode(double[] values, int offset, int length, ByteWriter out) {
        if (length < 1 || length > MOST_VALUES) {
            throw new IllegalArgumentException("values: " + length + " (expected: 1 to " + MOST_VALUES + ")");
        }
        if (constant(values, offset, length)) {
            out.putByte(ValueCodec.CONSTANT);
            out.putDouble(values[offset]);
            return;
        }
        out.putByte(ValueCodec.RAW);
        for (int i = offset; i < offset + length; i++) {
            out.putDouble(values[i]);
        }
    }

    private static boolean constant(double[] values, int offset, int length) {
        long first = Double.doubleToRawLongBits(values[offset]);
        for (int i = offset + 1; i < offset + length; i++) {
            if (Double.doubleToRawLongBits(values[i]) != first) {
                return false;
            }
        }
        return true;
    }
}
