package io.klamm.storage.remote.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;

/**
 * A hash of 128 bits under a key of its own, so wide that equal hashes are taken for equal bytes. Made of two halves that are mixed by multiplication, each
 * under secrets of its own. For one thread.
 */
final class LabelHash {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] secret = new long[6];
    private long high;
    private long low;

    LabelHash(RandomGenerator random) {
        for (int i = 0; i < secret.length; i++) {
            secret[i] = random.nextLong() | 1;
        }
    }

    /** Hashes the bytes {@code from <= index < to}; the result is read by {@link #high} and {@link #low}. */
    void of(byte[] bytes, int from, int to) {
        long a = secret[0] ^ (to - from);
        long b = secret[1] + (to - from);
        int at = from;
        for (; to - at >= 16; at += 16) {
            long x = (long) LONG.get(bytes, at);
            long y = (long) LONG.get(bytes, at + 8);
            a = mix(x ^ secret[2], y ^ a);
            b = mix(y ^ secret[3], x ^ b);
        }
        long x = 0;
        if (to - at >= 8) {
            x = (long) LONG.get(bytes, at);
            at += 8;
        }
        long y = rest(bytes, at, to);
        high = spread(mix(x ^ secret[4], y ^ a));
        low = spread(mix(y ^ secret[5], x ^ b));
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    private static long rest(byte[] bytes, int from, int to) {
        long rest = 0;
        for (int i = from; i < to; i++) {
            rest = (rest << 8) | (bytes[i] & 0xff);
        }
        return rest;
    }

    private static long mix(long x, long y) {
        return Math.multiplyHigh(x, y) ^ (x * y);
    }

    private static long spread(long value) {
        long spread = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        spread = (spread ^ (spread >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return spread ^ (spread >>> 33);
    }
}
