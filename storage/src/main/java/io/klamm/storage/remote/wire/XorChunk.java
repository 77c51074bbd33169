package io.klamm.storage.remote.wire;

import io.klamm.storage.SampleBuffer;

/** Prometheus's chunk of samples: a count, then the times as differences of differences and the values as what changes among their bits. */
public final class XorChunk {

    /** How many samples Prometheus puts into one chunk. */
    public static final int SAMPLES = 120;

    private static final int MAX_SAMPLES = 0xffff;
    private static final int NO_WINDOW = 0xff;

    private XorChunk() {}

    /** Samples {@code from <= index < to} of a buffer as a chunk; 1 to 65535 of them. */
    public static byte[] encode(SampleBuffer samples, int from, int to) {
        int count = to - from;
        if (count < 1 || count > MAX_SAMPLES) {
            throw new IllegalArgumentException("samples: " + count + " (expected: 1 to " + MAX_SAMPLES + ")");
        }
        BitWriter out = new BitWriter(32 + count * 4);
        out.bits(count, 16);
        Values values = new Values();
        long delta = 0;
        for (int i = from; i < to; i++) {
            if (i == from) {
                out.varint(zigzag(samples.time(i)));
                values.first(out, samples.value(i));
                continue;
            }
            long newDelta = samples.time(i) - samples.time(i - 1);
            if (i == from + 1) {
                out.varint(newDelta);
            } else {
                writeChange(out, newDelta - delta);
            }
            delta = newDelta;
            values.write(out, samples.value(i));
        }
        return out.toByteArray();
    }

    private static void writeChange(BitWriter out, long change) {
        if (change == 0) {
            out.bits(0, 1);
        } else if (fits(change, 14)) {
            out.bits(0b10, 2);
            out.bits(change, 14);
        } else if (fits(change, 17)) {
            out.bits(0b110, 3);
            out.bits(change, 17);
        } else if (fits(change, 20)) {
            out.bits(0b1110, 4);
            out.bits(change, 20);
        } else {
            out.bits(0b1111, 4);
            out.bits(change, 64);
        }
    }

    private static boolean fits(long change, int bits) {
        long half = 1L << (bits - 1);
        return change > -half && change <= half;
    }

    /**
     * Puts a chunk's samples of {@code from <= time <= to} after what the buffer holds.
     *
     * @param at where the chunk begins in the array
     * @param length its bytes
     */
    public static void decode(byte[] bytes, int at, int length, long from, long to, SampleBuffer into)
            throws WireException {
        BitReader in = new BitReader(bytes, at, at + length);
        int count = (int) in.bits(16);
        Values values = new Values();
        long time = 0;
        long delta = 0;
        for (int i = 0; i < count; i++) {
            double value;
            if (i == 0) {
                time = unzigzag(in.varint());
                value = values.first(in);
            } else {
                delta = i == 1 ? in.varint() : delta + readChange(in);
                time += delta;
                value = values.read(in);
            }
            if (time >= from && time <= to) {
                into.add(time, value);
            }
        }
    }

    private static long readChange(BitReader in) throws WireException {
        int ones = 0;
        while (ones < 4 && in.bit()) {
            ones++;
        }
        return switch (ones) {
            case 0 -> 0;
            case 1 -> signed(in.bits(14), 14);
            case 2 -> signed(in.bits(17), 17);
            case 3 -> signed(in.bits(20), 20);
            default -> in.bits(64);
        };
    }

    private static long signed(long bits, int width) {
        return bits > 1L << (width - 1) ? bits - (1L << width) : bits;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    /** The values' side: what was last, and between which zero bits its change lay. */
    private static final class Values {
        private long last;
        private int leading = NO_WINDOW;
        private int trailing;

        void first(BitWriter out, double value) {
            last = Double.doubleToRawLongBits(value);
            out.bits(last, 64);
        }

        double first(BitReader in) throws WireException {
            last = in.bits(64);
            return Double.longBitsToDouble(last);
        }

        void write(BitWriter out, double value) {
            long bits = Double.doubleToRawLongBits(value);
            long change = bits ^ last;
            last = bits;
            if (change == 0) {
                out.bits(0, 1);
                return;
            }
            out.bits(1, 1);
            int newLeading = Math.min(31, Long.numberOfLeadingZeros(change));
            int newTrailing = Long.numberOfTrailingZeros(change);
            if (leading != NO_WINDOW && newLeading >= leading && newTrailing >= trailing) {
                out.bits(0, 1);
            } else {
                leading = newLeading;
                trailing = newTrailing;
                out.bits(1, 1);
                out.bits(leading, 5);
                out.bits(64 - leading - trailing, 6);
            }
            out.bits(change >>> trailing, 64 - leading - trailing);
        }

        double read(BitReader in) throws WireException {
            if (in.bit()) {
                if (in.bit()) {
                    leading = (int) in.bits(5);
                    int significant = (int) in.bits(6);
                    trailing = 64 - leading - (significant == 0 ? 64 : significant);
                }
                if (leading == NO_WINDOW || trailing < 0) {
                    throw WireException.malformed("chunk: a value of more than 64 bits");
                }
                last ^= in.bits(64 - leading - trailing) << trailing;
            }
            return Double.longBitsToDouble(last);
        }
    }
}
