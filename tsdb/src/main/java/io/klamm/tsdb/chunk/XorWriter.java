package io.klamm.tsdb.chunk;

import io.klamm.tsdb.files.ByteWriter;

/**
 * Puts values by the bits in which each differs from the one before: a bit 0 for no difference; 10 and the bits within the window of the last difference; 11, five bits of leading zeros, six bits of
 * length (0 for 64) and the bits of a new window. Highest bit first. For one thread.
 */
final class XorWriter {

    private static final int MOST_LEADING = 31;

    private byte[] bytes = new byte[0];
    private int at;
    private long word;
    private int free;

    void write(double[] values, int offset, int length, ByteWriter out) {
        out.reserve((length + 1) * (Long.BYTES + 2) + Long.BYTES);
        bytes = out.array();
        at = out.size();
        word = 0;
        free = Long.SIZE;
        long previous = Double.doubleToRawLongBits(values[offset]);
        put(previous, Long.SIZE);
        int leading = -1;
        int size = 0;
        for (int i = offset + 1; i < offset + length; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            long xor = bits ^ previous;
            previous = bits;
            if (xor == 0) {
                put(0, 1);
                continue;
            }
            int newLeading = Math.min(MOST_LEADING, Long.numberOfLeadingZeros(xor));
            int trailing = Long.numberOfTrailingZeros(xor);
            int newSize = Long.SIZE - newLeading - trailing;
            if (leading >= 0
                    && newLeading >= leading
                    && trailing >= Long.SIZE - leading - size
                    && size <= newSize + 11) {
                put(0b10, 2);
            } else {
                leading = newLeading;
                size = newSize;
                put(0b11L << 11 | (long) leading << 6 | (size & 0x3F), 13);
            }
            put(xor >>> (Long.SIZE - leading - size), size);
        }
        finish(out);
    }

    private void put(long value, int count) {
        if (count < free) {
            free -= count;
            word |= value << free;
            return;
        }
        int rest = count - free;
        Bits.setLong(bytes, at, Long.reverseBytes(word | value >>> rest));
        at += Long.BYTES;
        free = Long.SIZE - rest;
        word = rest == 0 ? 0 : value << free;
    }

    private void finish(ByteWriter out) {
        Bits.setLong(bytes, at, Long.reverseBytes(word));
        at += (Long.SIZE - free + 7) >>> 3;
        out.grow(at - out.size());
    }
}
