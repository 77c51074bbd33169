package io.klamm.storage.remote.wire;

/** Reads bits, the highest first. For one thread. */
final class BitReader {

    private final byte[] bytes;
    private final long end;
    private long at;

    BitReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = 8L * from;
        this.end = 8L * to;
    }

    boolean bit() throws WireException {
        return bits(1) != 0;
    }

    /** The next {@code count} bits, at most 64, as the lowest of the result. */
    long bits(int count) throws WireException {
        if (end - at < count) {
            throw WireException.malformed("chunk: ends within a sample");
        }
        long value = 0;
        int left = count;
        while (left > 0) {
            int offset = (int) (at & 7);
            int now = Math.min(8 - offset, left);
            int part = (bytes[(int) (at >> 3)] >> (8 - offset - now)) & ((1 << now) - 1);
            value = (value << now) | part;
            at += now;
            left -= now;
        }
        return value;
    }

    long varint() throws WireException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            long next = bits(8);
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw WireException.malformed("chunk: a number of more than 10 bytes");
    }
}
