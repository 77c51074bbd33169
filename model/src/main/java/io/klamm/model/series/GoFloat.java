package io.klamm.model.series;

import java.nio.charset.StandardCharsets;

/**
 * Writes numbers as Go and with it Prometheus does: in the fewest digits that read back as the same double. Not a number is {@code NaN}, the
 * infinities are {@code +Inf} and {@code -Inf}, and there is a {@code -0}.
 */
public final class GoFloat {

    /** Where the digits go. */
    public enum Form {
        /** Never an exponent: {@code 0.0000001}; Go's {@code 'f'}. */
        PLAIN {
            @Override
            boolean scientific(int exponent) {
                return false;
            }
        },
        /** Always an exponent of two digits or more: {@code 1e-07}; Go's {@code 'e'}. */
        SCIENTIFIC {
            @Override
            boolean scientific(int exponent) {
                return true;
            }
        },
        /** An exponent below 0.0001 and from 1000000: {@code 1e+06}; Go's {@code 'g'} and {@code %v}. */
        GENERAL {
            @Override
            boolean scientific(int exponent) {
                return exponent < -4 || exponent >= 6;
            }
        },
        /** An exponent below 0.000001 and from 10^21: values in answers of Prometheus's HTTP API. */
        API {
            @Override
            boolean scientific(int exponent) {
                return exponent < -6 || exponent >= 21;
            }
        };

        /**
         * Whether a number is written with an exponent.
         *
         * @param exponent the power of ten of its first digit
         */
        abstract boolean scientific(int exponent);
    }

    /** The most bytes that {@link Form#API}, {@link Form#SCIENTIFIC} and {@link Form#GENERAL} write. */
    public static final int MAX_SHORT = 26;

    /** The most bytes that any form writes. */
    public static final int MAX_PLAIN = 346;

    /** Up to here every whole number is a double of its own, so its shortest text is itself. */
    private static final long LAST_EXACT_WHOLE = 1L << 53;

    private static final byte[] NAN = ascii("NaN");
    private static final byte[] PLUS_INF = ascii("+Inf");
    private static final byte[] MINUS_INF = ascii("-Inf");

    private GoFloat() {}

    /** The number as a text. */
    public static String format(double value, Form form) {
        byte[] buffer = new byte[form == Form.PLAIN ? MAX_PLAIN : MAX_SHORT];
        return new String(buffer, 0, write(value, form, buffer, 0), StandardCharsets.ISO_8859_1);
    }

    /** Writes the number at the end of a text. */
    public static void append(StringBuilder out, double value, Form form) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) < 1_000_000 && (whole != 0 || 1 / value > 0) && form != Form.SCIENTIFIC) {
            out.append(whole);
        } else {
            out.append(format(value, form));
        }
    }

    /**
     * Writes the number in ASCII into a buffer that has room for {@link #MAX_SHORT} bytes, or {@link #MAX_PLAIN} for {@link Form#PLAIN}.
     *
     * @return the index after the last byte that was written
     */
    public static int write(double value, Form form, byte[] buffer, int at) {
        if (!Double.isFinite(value)) {
            return put(Double.isNaN(value) ? NAN : value > 0 ? PLUS_INF : MINUS_INF, buffer, at);
        }
        int next = at;
        if (Double.doubleToRawLongBits(value) < 0) {
            buffer[next++] = '-';
        }
        if (value == 0) {
            buffer[next++] = '0';
            return form == Form.SCIENTIFIC ? exponent(0, buffer, next) : next;
        }
        double size = Math.abs(value);
        long whole = (long) size;
        if (whole == size && whole <= LAST_EXACT_WHOLE && !form.scientific(length(whole) - 1)) {
            int digits = length(whole);
            digits(whole, digits, buffer, next);
            return next + digits;
        }
        ShortestDecimal decimal = ShortestDecimal.of(size);
        int length = length(decimal.digits());
        int exponent = decimal.exponent() + length - 1;
        return form.scientific(exponent)
                ? scientific(decimal.digits(), length, exponent, buffer, next)
                : plain(decimal.digits(), length, decimal.exponent(), buffer, next);
    }

    private static int scientific(long digits, int length, int exponent, byte[] buffer, int at) {
        if (length == 1) {
            buffer[at] = (byte) ('0' + digits);
            return exponent(exponent, buffer, at + 1);
        }
        digits(digits, length, buffer, at + 1);
        buffer[at] = buffer[at + 1];
        buffer[at + 1] = '.';
        return exponent(exponent, buffer, at + 1 + length);
    }

    private static int exponent(int exponent, byte[] buffer, int at) {
        buffer[at] = 'e';
        buffer[at + 1] = (byte) (exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        int length = size < 100 ? 2 : 3;
        digits(size, length, buffer, at + 2);
        return at + 2 + length;
    }

    private static int plain(long digits, int length, int exponent, byte[] buffer, int at) {
        if (exponent >= 0) {
            digits(digits, length, buffer, at);
            return zeros(exponent, buffer, at + length);
        }
        int whole = length + exponent;
        if (whole <= 0) {
            buffer[at] = '0';
            buffer[at + 1] = '.';
            int next = zeros(-whole, buffer, at + 2);
            digits(digits, length, buffer, next);
            return next + length;
        }
        digits(digits, length, buffer, at + 1);
        System.arraycopy(buffer, at + 1, buffer, at, whole);
        buffer[at + whole] = '.';
        return at + 1 + length;
    }

    private static int zeros(int count, byte[] buffer, int at) {
        for (int i = 0; i < count; i++) {
            buffer[at + i] = '0';
        }
        return at + count;
    }

    /** Writes exactly so many digits, two at a time, from the last to the first. */
    private static void digits(long digits, int length, byte[] buffer, int at) {
        long left = digits;
        int index = at + length;
        while (left > Integer.MAX_VALUE) {
            long shorter = left / 100;
            index -= 2;
            pair((int) (left - shorter * 100), buffer, index);
            left = shorter;
        }
        int rest = (int) left;
        while (index - at >= 2) {
            int shorter = rest / 100;
            index -= 2;
            pair(rest - shorter * 100, buffer, index);
            rest = shorter;
        }
        if (index > at) {
            buffer[at] = (byte) ('0' + rest);
        }
    }

    private static void pair(int twoDigits, byte[] buffer, int at) {
        int tens = twoDigits / 10;
        buffer[at] = (byte) ('0' + tens);
        buffer[at + 1] = (byte) ('0' + (twoDigits - tens * 10));
    }

    private static int length(long digits) {
        int length = 1;
        for (long limit = 10; digits >= limit; limit *= 10) {
            length++;
        }
        return length;
    }

    private static int put(byte[] text, byte[] buffer, int at) {
        System.arraycopy(text, 0, buffer, at, text.length);
        return at + text.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
