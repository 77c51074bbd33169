package io.klamm.tsdb.chunk;

/**
 * Doubles as whole numbers: by a scale of 0 to 6 decimals where that can be turned back bit for bit, or, by the scale {@link #BITS}, any double as its bits, in such an order that the
 * numbers rise with the values.
 */
final class Scale {

    /** The scale by which a number is a double's bits. */
    static final int BITS = 7;

    private static final int MOST_DECIMALS = 6;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    private Scale() {}

    /** The number that stands for a value; whether it can be turned back is for {@link #exact} to say. */
    static long number(double value, int scale) {
        return switch (scale) {
            case 0 -> (long) value;
            case BITS -> ordered(Double.doubleToRawLongBits(value));
            default -> (long) Math.rint(value * POWERS[scale]);
        };
    }

    static double value(long number, int scale) {
        return switch (scale) {
            case 0 -> number;
            case BITS -> Double.longBitsToDouble(ordered(number));
            default -> number / POWERS[scale];
        };
    }

    static boolean exact(double value, int scale) {
        return Double.doubleToRawLongBits(value(number(value, scale), scale)) == Double.doubleToRawLongBits(value);
    }

    /** The fewest decimals with which a value is exact, {@link #BITS} if there are too many. */
    static int of(double value) {
        for (int scale = 0; scale <= MOST_DECIMALS; scale++) {
            if (exact(value, scale)) {
                return scale;
            }
        }
        return BITS;
    }

    /** Turns {@code count} numbers into values. */
    static void values(long[] numbers, int count, int scale, double[] into, int at) {
        if (scale == 0) {
            for (int i = 0; i < count; i++) {
                into[at + i] = numbers[i];
            }
        } else if (scale == BITS) {
            for (int i = 0; i < count; i++) {
                into[at + i] = Double.longBitsToDouble(ordered(numbers[i]));
            }
        } else {
            double power = POWERS[scale];
            for (int i = 0; i < count; i++) {
                into[at + i] = numbers[i] / power;
            }
        }
    }

    /** Flips the lower bits of negative doubles, so that the bits are in the order of the values; doing it twice undoes it. */
    private static long ordered(long bits) {
        return bits ^ ((bits >> 63) >>> 1);
    }
}
