package io.klamm.model.series;

import java.math.BigInteger;

/**
 * The decimal number of fewest digits that reads back as a given double, and of those the nearest to it: {@code digits * 10^exponent}.
 *
 * <p>The method is Raffaello Giulietti's "The Schubfach way to render doubles" (2020): scale the double and the two ends of the interval that
 * rounds to it by a power of ten, chosen so that at most one multiple of the next power lies within, and compare in integers.
 *
 * @param digits positive, at most 17 digits, not divisible by 10
 */
record ShortestDecimal(long digits, int exponent) {

    private static final int FRACTION_BITS = 52;
    private static final long IMPLICIT_BIT = 1L << FRACTION_BITS;
    private static final long FRACTION_MASK = IMPLICIT_BIT - 1;
    private static final int MIN_BINARY_EXPONENT = -1074;
    private static final long LOW_63_BITS = Long.MAX_VALUE;

    /** The decimal of a double that is finite and positive. */
    static ShortestDecimal of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & FRACTION_MASK;
        int biased = (int) (bits >>> FRACTION_BITS);
        if (biased == 0) {
            return shortest(fraction, MIN_BINARY_EXPONENT, false);
        }
        long significand = fraction | IMPLICIT_BIT;
        int exponent = biased - 1 + MIN_BINARY_EXPONENT;
        if (exponent <= 0 && exponent > -FRACTION_BITS - 1) {
            long whole = significand >> -exponent;
            if (whole << -exponent == significand) {
                return stripped(whole, 0);
            }
        }
        return shortest(significand, exponent, fraction == 0 && biased > 1);
    }

    /**
     * The decimal of {@code significand * 2^exponent}.
     *
     * @param nearerBelow whether the next double below is half as far away as the next above
     */
    private static ShortestDecimal shortest(long significand, int exponent, boolean nearerBelow) {
        long centre = significand << 2;
        long left = centre - (nearerBelow ? 1 : 2);
        long right = centre + 2;
        int power = nearerBelow ? floorLog10ThreeQuarters(exponent) : floorLog10(exponent);
        int shift = exponent + floorLog2OfPowerOfTen(-power) + 2;
        int index = 2 * (-power - PowersOfTen.MIN);
        long high = PowersOfTen.TABLE[index];
        long low = PowersOfTen.TABLE[index + 1];
        long scaled = scale(high, low, centre << shift);
        // an odd significand loses ties, so the ends of its interval are not its own
        long from = scale(high, low, left << shift) + (significand & 1);
        long to = scale(high, low, right << shift) - (significand & 1);
        return nearest(scaled, from, to, power);
    }

    /** Chooses in units of a quarter of 10^power. */
    private static ShortestDecimal nearest(long scaled, long from, long to, int power) {
        long below = scaled >> 2;
        long tensBelow = below / 10 * 10;
        boolean tensBelowFit = from <= tensBelow << 2;
        boolean tensAboveFit = (tensBelow + 10) << 2 <= to;
        if (tensBelowFit != tensAboveFit) {
            return stripped(tensBelowFit ? tensBelow : tensBelow + 10, power);
        }
        boolean belowFits = from <= below << 2;
        boolean aboveFits = (below + 1) << 2 <= to;
        if (belowFits != aboveFits) {
            return stripped(belowFits ? below : below + 1, power);
        }
        long fromMiddle = scaled - ((below << 2) + 2);
        boolean down = fromMiddle < 0 || (fromMiddle == 0 && (below & 1) == 0);
        return stripped(down ? below : below + 1, power);
    }

    private static ShortestDecimal stripped(long digits, int exponent) {
        long stripped = digits;
        int power = exponent;
        long shorter = stripped / 10;
        while (shorter * 10 == stripped) {
            stripped = shorter;
            power++;
            shorter = stripped / 10;
        }
        return new ShortestDecimal(stripped, power);
    }

    /** {@code (high * 2^63 + low) * factor / 2^127}, its last bit set if anything was cut off. */
    private static long scale(long high, long low, long factor) {
        long middle = ((high * factor) >>> 1) + Math.multiplyHigh(low, factor);
        long top = Math.multiplyHigh(high, factor) + (middle >>> 63);
        return top | (((middle & LOW_63_BITS) + LOW_63_BITS) >>> 63);
    }

    /** The floor of log10(2^e), exact for all exponents of doubles; the factor is log10(2) * 2^41. */
    private static int floorLog10(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    /** The floor of log10(3/4 * 2^e); the summand is log10(3/4) * 2^41. */
    private static int floorLog10ThreeQuarters(int e) {
        return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    /** The floor of log2(10^e); the factor is log2(10) * 2^38. */
    private static int floorLog2OfPowerOfTen(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }

    /** The powers of ten that doubles need, each scaled by a power of two to 126 bits, rounded up, as two times 63 bits. */
    private static final class PowersOfTen {

        static final int MIN = -292;
        static final int MAX = 324;
        static final long[] TABLE = table();

        private static long[] table() {
            long[] table = new long[2 * (MAX - MIN + 1)];
            BigInteger ten = BigInteger.TEN;
            BigInteger power = BigInteger.ONE;
            for (int k = 0; k <= MAX; k++) {
                put(table, k, scaledUp(power, k));
                if (-k >= MIN) {
                    put(table, -k, scaledDown(power, -k));
                }
                power = power.multiply(ten);
            }
            return table;
        }

        private static BigInteger scaledUp(BigInteger power, int k) {
            return power.shiftRight(floorLog2OfPowerOfTen(k) - 125).add(BigInteger.ONE);
        }

        private static BigInteger scaledDown(BigInteger inverse, int k) {
            return BigInteger.ONE
                    .shiftLeft(125 - floorLog2OfPowerOfTen(k))
                    .divide(inverse)
                    .add(BigInteger.ONE);
        }

        private static void put(long[] table, int k, BigInteger value) {
            table[2 * (k - MIN)] = value.shiftRight(63).longValueExact();
            table[2 * (k - MIN) + 1] = value.longValue() & LOW_63_BITS;
        }
    }
}
