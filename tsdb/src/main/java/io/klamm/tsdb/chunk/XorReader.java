package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;

/** Reads what an {@link XorWriter} put. For one thread. */
final class XorReader {

    private byte[] bytes = new byte[0];
    /** The place of the next bit, counted from the array's beginning. */
    private long bit;

    /** Reads {@code count} values; where the bytes after them begin. */
    int read(byte[] from, int begin, int end, int count, double[] into, int at) {
        bytes = from;
        bit = 8L * begin;
        long limit = 8L * end;
        long value = get(Long.SIZE);
        into[at] = Double.longBitsToDouble(value);
        int leading = 0;
        int size = 0;
        for (int i = at + 1; i < at + count; i++) {
            if (get(1) != 0) {
                if (get(1) != 0) {
                    int window = (int) get(11);
                    leading = window >>> 6;
                    size = (window & 0x3F) == 0 ? Long.SIZE : window & 0x3F;
                }
                int trailing = Long.SIZE - leading - size;
                if (trailing < 0 || size == 0) {
                    throw new StorageException("chunk: a difference of " + size + " bits after " + leading);
                }
                value ^= get(size) << trailing;
            }
            into[i] = Double.longBitsToDouble(value);
            if (bit > limit) {
                throw new StorageException("chunk: ends too early (expected: " + (at + count - i) + " values more)");
            }
        }
        return (int) ((bit + 7) >>> 3);
    }

    private long get(int count) {
        int at = (int) (bit >>> 3);
        int shift = (int) (bit & 7);
        bit += count;
        long word = load(at);
        if (shift + count <= Long.SIZE) {
            return word << shift >>> (Long.SIZE - count);
        }
        long next = at + Long.BYTES < bytes.length ? bytes[at + Long.BYTES] & 0xFF : 0;
        return (word << shift | next >>> (8 - shift)) >>> (Long.SIZE - count);
    }

    private long load(int at) {
        if (at + Long.BYTES <= bytes.length) {
            return Long.reverseBytes(Bits.getLong(bytes, at));
        }
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << 8 | (at + i < bytes.length ? bytes[at + i] & 0xFF : 0);
        }
        return word;
    }
}
