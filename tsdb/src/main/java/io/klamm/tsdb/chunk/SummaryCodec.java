package io.klamm.tsdb.chunk;

import io.klamm.storage.ChunkSummary;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.files.ByteReader;
import io.klamm.tsdb.files.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * Summaries of chunks as few bytes; every number comes back bit for bit.
 *
 * <pre>
 * head      1 byte: bits 0 and 1 the kind (0 there is none, 1 all values are equal, 2 they never fall, 3 any), bits 2 to 4 the {@link Scale},
 *           bit 5 whether the sum follows as two doubles, bit 6 whether the increase follows as a double
 * first     signed varint: the number of the first value
 * last      kinds 2 and 3, signed varint: less the first
 * extremes  kind 3: varint first less smallest, varint largest less first, varint resets, increase: signed varint, or 8 bytes
 * sum       signed varint: less first x count; or 8 bytes sum, 8 bytes compensation
 * </pre>
 */
public final class SummaryCodec {

    private static final int NONE = 0;
    private static final int EQUAL = 1;
    private static final int RISING = 2;
    private static final int ANY = 3;
    private static final int KIND = 3;
    private static final int SCALE_SHIFT = 2;
    private static final int RAW_SUM = 0x20;
    private static final int RAW_INCREASE = 0x40;

    private SummaryCodec() {}

    /** Puts a summary; null for none. */
    public static void write(@Nullable ChunkSummary summary, ByteWriter out) {
        if (summary == null) {
            out.putByte(NONE);
            return;
        }
        int kind = kind(summary);
        int scale = scale(summary);
        boolean rawSum = scale == Scale.BITS || !same(summary.compensation(), 0) || !Scale.exact(summary.sum(), scale);
        boolean rawIncrease = kind == ANY && !Scale.exact(summary.increase(), scale);
        out.putByte(kind | scale << SCALE_SHIFT | (rawSum ? RAW_SUM : 0) | (rawIncrease ? RAW_INCREASE : 0));
        long first = Scale.number(summary.first(), scale);
        out.putSigned(first);
        if (kind != EQUAL) {
            out.putSigned(Scale.number(summary.last(), scale) - first);
        }
        if (kind == ANY) {
            out.putVarint(first - Scale.number(summary.min(), scale));
            out.putVarint(Scale.number(summary.max(), scale) - first);
            out.putVarint(summary.resets());
            putNumber(summary.increase(), scale, 0, rawIncrease, out);
        }
        putNumber(summary.sum(), scale, first * summary.count(), rawSum, out);
        if (rawSum) {
            out.putDouble(summary.compensation());
        }
    }

    private static void putNumber(double value, int scale, long less, boolean raw, ByteWriter out) {
        if (raw) {
            out.putDouble(value);
        } else {
            out.putSigned(Scale.number(value, scale) - less);
        }
    }

    private static int kind(ChunkSummary summary) {
        boolean rising = summary.resets() == 0
                && same(summary.min(), summary.first())
                && same(summary.max(), summary.last())
                && same(summary.increase(), summary.last() - summary.first());
        if (!rising) {
            return ANY;
        }
        return same(summary.first(), summary.last()) ? EQUAL : RISING;
    }

    private static int scale(ChunkSummary summary) {
        double[] values = {summary.first(), summary.last(), summary.min(), summary.max()};
        int scale = 0;
        for (double value : values) {
            scale = Math.max(scale, Scale.of(value));
        }
        for (double value : values) {
            if (!Scale.exact(value, scale)) {
                return Scale.BITS;
            }
        }
        return scale;
    }

    private static boolean same(double one, double other) {
        return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
    }

    /**
     * Reads a summary of {@code count} values; null if there is none.
     *
     * @throws StorageException if the bytes are none
     */
    public static @Nullable ChunkSummary read(ByteReader in, int count) {
        int head = in.getByte();
        int kind = head & KIND;
        if (kind == NONE) {
            return null;
        }
        int scale = head >> SCALE_SHIFT & 7;
        long number = in.getSigned();
        double first = Scale.value(number, scale);
        double last = kind == EQUAL ? first : Scale.value(number + in.getSigned(), scale);
        double min = first;
        double max = last;
        int resets = 0;
        double increase = last - first;
        if (kind == ANY) {
            min = Scale.value(number - in.getVarint(), scale);
            max = Scale.value(number + in.getVarint(), scale);
            resets = in.getCount(count);
            increase = (head & RAW_INCREASE) != 0 ? in.getDouble() : Scale.value(in.getSigned(), scale);
        }
        boolean rawSum = (head & RAW_SUM) != 0;
        double sum = rawSum ? in.getDouble() : Scale.value(number * count + in.getSigned(), scale);
        double compensation = rawSum ? in.getDouble() : 0;
        return new ChunkSummary(count, min, max, sum, compensation, first, last, resets, increase);
    }
}
