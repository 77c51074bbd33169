package io.klamm.scrape.series;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hashes of ranges of bytes, eight bytes at a time. */
final class ByteKeys {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final int WORD = 8;

    private ByteKeys() {}

    static int hash(byte[] bytes, int from, int to) {
        long hash = PRIME * (to - from);
        int at = from;
        for (; at + WORD <= to; at += WORD) {
            hash = mix(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << WORD) | (bytes[at] & 0xff);
        }
        hash = mix(hash ^ rest);
        return (int) (hash ^ (hash >>> 32));
    }

    private static long mix(long value) {
        long product = value * PRIME;
        return product ^ (product >>> 29);
    }
}
