package io.klamm.tsdb.chunk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Unaligned little-endian words in byte arrays. */
final class Bits {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Bits() {}

    static long getLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static void setLong(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }

    /** How many bits a number needs, seen as without sign; 0 for 0. */
    static int width(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    static long zigzag(long number) {
        return (number << 1) ^ (number >> 63);
    }

    static int varintBytes(long number) {
        return number == 0 ? 1 : (width(number) + 6) / 7;
    }
}
