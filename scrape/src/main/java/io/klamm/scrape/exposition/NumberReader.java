package io.klamm.scrape.exposition;

import io.klamm.model.series.StaleMarker;
import java.nio.charset.StandardCharsets;

/**
 * Reads one number after the other from bytes, exactly rounded: decimal digits with an exponent, {@code Inf}, {@code infinity} with or without a sign, and
 * {@code NaN}, in any case. No hexadecimal, no underscores, nothing beyond the range of a double.
 */
final class NumberReader {

    private static final long ORDINARY_NAN = StaleMarker.NAN_BITS;
    private static final long EXACT = 1L << 53;
    private static final long MOST_BEFORE_DIGIT = (Long.MAX_VALUE - 9) / 10;
    private static final int LARGEST_EXPONENT = 100_000;
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private double value;
    private long mantissa;
    private int power;
    private boolean cutOff;

    /** The number that was read last. */
    double value() {
        return value;
    }

    /**
     * Reads the number that begins at {@code from}, as far as it goes.
     *
     * @return the index after it, or -1 if there is none or it is too large for a double
     */
    int read(byte[] page, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (page[at] == '-' || page[at] == '+')) {
            negative = page[at] == '-';
            at++;
        }
        int end = decimal(page, at, to);
        if (end < 0) {
            return word(page, from, at, to, negative);
        }
        double magnitude = magnitude(page, at, end);
        value = negative ? -magnitude : magnitude;
        return Double.isInfinite(magnitude) ? -1 : end;
    }

    /** The digits into mantissa and power; the index after them, or -1 if it is not a decimal number. */
    private int decimal(byte[] page, int from, int to) {
        mantissa = 0;
        power = 0;
        cutOff = false;
        int at = digits(page, from, to, false);
        int count = at - from;
        if (at < to && page[at] == '.') {
            int fraction = at + 1;
            at = digits(page, fraction, to, true);
            count += at - fraction;
        }
        if (count == 0) {
            return -1;
        }
        return at < to && (page[at] | 0x20) == 'e' ? exponent(page, at + 1, to) : at;
    }

    private int digits(byte[] page, int from, int to, boolean fraction) {
        long sum = mantissa;
        int shift = power;
        int at = from;
        for (; at < to; at++) {
            int digit = page[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            if (sum <= MOST_BEFORE_DIGIT) {
                sum = sum * 10 + digit;
                shift -= fraction ? 1 : 0;
            } else {
                cutOff |= digit != 0;
                shift += fraction ? 0 : 1;
            }
        }
        mantissa = sum;
        power = shift;
        return at;
    }

    private int exponent(byte[] page, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (page[at] == '-' || page[at] == '+')) {
            negative = page[at] == '-';
            at++;
        }
        int first = at;
        int exponent = 0;
        for (; at < to; at++) {
            int digit = page[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + digit);
        }
        power += negative ? -exponent : exponent;
        return at == first ? -1 : at;
    }

    private double magnitude(byte[] page, int from, int end) {
        if (mantissa == 0) {
            return 0;
        }
        if (!cutOff) {
            if (mantissa <= EXACT && power >= -22 && power <= 22) {
                return power < 0 ? mantissa / TENS[-power] : mantissa * TENS[power];
            }
            long bits = PowersOfTen.bits(mantissa, power);
            if (bits != PowersOfTen.UNKNOWN) {
                return Double.longBitsToDouble(bits);
            }
        }
        return Double.parseDouble(new String(page, from, end - from, StandardCharsets.ISO_8859_1));
    }

    private int word(byte[] page, int from, int at, int to, boolean negative) {
        if (from == at && is("nan", page, at, to)) {
            value = Double.longBitsToDouble(ORDINARY_NAN);
            return at + 3;
        }
        if (!is("inf", page, at, to)) {
            return -1;
        }
        value = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return is("infinity", page, at, to) ? at + 8 : at + 3;
    }

    private static boolean is(String word, byte[] page, int at, int to) {
        if (at + word.length() > to) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((page[at + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
