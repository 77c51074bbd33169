package io.klamm.tsdb.chunk;

import io.klamm.storage.StorageException;

/** A place in packed bytes, from which small things are read. For one thread. */
final class Cursor {

    private byte[] bytes = new byte[0];
    private int position;
    private int end;

    void set(byte[] from, int begin, int limit) {
        bytes = from;
        position = begin;
        end = limit;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    void position(int newPosition) {
        position = newPosition;
    }

    int end() {
        return end;
    }

    void skip(int length) {
        if (length < 0 || length > end - position) {
            throw new StorageException("chunk: ends too early (expected: " + length + " bytes more)");
        }
        position += length;
    }

    int getByte() {
        skip(1);
        return bytes[position - 1] & 0xFF;
    }

    long getLong() {
        skip(Long.BYTES);
        return Bits.getLong(bytes, position - Long.BYTES);
    }

    long getVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = getByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new StorageException("chunk: a number of more than 10 bytes");
    }

    long getSigned() {
        long value = getVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A number that says how many; at most {@code most}. */
    int getCount(int most) {
        long value = getVarint();
        if (value < 0 || value > most) {
            throw new StorageException(
                    "chunk: " + Long.toUnsignedString(value) + " of something (expected: 0 to " + most + ")");
        }
        return (int) value;
    }

    void skipPatches(int patches) {
        for (int i = 0; i < patches; i++) {
            skip(1);
            getVarint();
        }
    }
}
