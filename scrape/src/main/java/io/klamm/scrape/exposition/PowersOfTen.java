package io.klamm.scrape.exposition;

import java.math.BigInteger;

/**
 * A decimal mantissa times a power of ten as the nearest double, by one or two multiplications of 64 bits (the algorithm of Eisel and Lemire).
 *
 * <p>It knows the powers that samples have, and says so where it does not know the answer.
 */
final class PowersOfTen {

    /** The answer "ask somebody else": the bits of a NaN that no number ever comes to. */
    static final long UNKNOWN = -1L;

    private static final int LEAST = -64;
    private static final int MOST = 64;
    private static final int MANTISSA_BITS = 52;
    private static final int LOWER_BITS = 0x1ff;

    /** For each power the 64 higher bits of 5^power, the highest one set. */
    private static final long[] HIGH = new long[MOST - LEAST + 1];

    /** The 64 bits below those. */
    private static final long[] LOW = new long[MOST - LEAST + 1];

    static {
        for (int power = LEAST; power <= MOST; power++) {
            BigInteger bits = bitsOf(power);
            HIGH[power - LEAST] = bits.shiftRight(64).longValue();
            LOW[power - LEAST] = bits.longValue();
        }
    }

    private PowersOfTen() {}

    /** 128 bits of 5^power, cut off; of a negative power rounded up. */
    private static BigInteger bitsOf(int power) {
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(power));
        if (power >= 0) {
            int surplus = five.bitLength() - 128;
            return surplus > 0 ? five.shiftRight(surplus) : five.shiftLeft(-surplus);
        }
        int shift = five.bitLength() + 127;
        BigInteger inverse = BigInteger.ONE.shiftLeft(shift).divide(five).add(BigInteger.ONE);
        return inverse.bitLength() > 128 ? inverse.shiftRight(1) : inverse;
    }

    /**
     * The bits of the double nearest to {@code mantissa * 10^power}.
     *
     * @param mantissa above 0
     * @return {@link #UNKNOWN} for a power that is not known, for subnormal numbers, and for the few that this cannot decide
     */
    static long bits(long mantissa, int power) {
        if (power < LEAST || power > MOST) {
            return UNKNOWN;
        }
        int zeros = Long.numberOfLeadingZeros(mantissa);
        long shifted = mantissa << zeros;
        long high = highOf(shifted, HIGH[power - LEAST]);
        long low = shifted * HIGH[power - LEAST];
        if ((high & LOWER_BITS) == LOWER_BITS) {
            long more = highOf(shifted, LOW[power - LEAST]);
            low += more;
            high += Long.compareUnsigned(low, more) < 0 ? 1 : 0;
        }
        if (low == -1L && (power < -27 || power > 55)) {
            return UNKNOWN;
        }
        return rounded(high, low, zeros, power);
    }

    private static long rounded(long high, long low, int zeros, int power) {
        int upper = (int) (high >>> 63);
        int cut = upper + 64 - MANTISSA_BITS - 3;
        long result = high >>> cut;
        long exponent = ((217706L * power) >> 16) + 63 + upper - zeros + 1023;
        if (exponent <= 0) {
            return UNKNOWN;
        }
        boolean halfway = Long.compareUnsigned(low, 1) <= 0 && power >= -4 && power <= 23 && (result & 3) == 1;
        if (halfway && result << cut == high) {
            result &= ~1L;
        }
        result = (result + (result & 1)) >>> 1;
        if (result >= 2L << MANTISSA_BITS) {
            result = 1L << MANTISSA_BITS;
            exponent++;
        }
        return exponent >= 2047 ? UNKNOWN : (result & ~(1L << MANTISSA_BITS)) | (exponent << MANTISSA_BITS);
    }

    /** The higher half of the product of two unsigned numbers; the JDK has it from 18 on. */
    private static long highOf(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
