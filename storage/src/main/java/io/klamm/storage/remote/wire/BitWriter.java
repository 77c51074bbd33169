package io.klamm.storage.remote.wire;

import java.util.Arrays;

/** Writes bits, the highest first, into an array that grows. For one thread. */
final class BitWriter {

    private byte[] bytes;
    private int size;
    private int free;

    BitWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** The lowest {@code count} bits of a value, at most 64. */
    void bits(long value, int count) {
        int left = count;
        while (left > 0) {
            if (free == 0) {
                grow();
                free = 8;
            }
            int now = Math.min(free, left);
            long part = (value >>> (left - now)) & ((1L << now) - 1);
            bytes[size - 1] |= (byte) (part << (free - now));
            free -= now;
            left -= now;
        }
    }

    private void grow() {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[size++] = 0;
    }

    /** A number of variable length, seven bits a byte, the lowest first. */
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bits((rest & 0x7f) | 0x80, 8);
            rest >>>= 7;
        }
        bits(rest, 8);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
