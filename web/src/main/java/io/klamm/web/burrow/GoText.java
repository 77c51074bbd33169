package io.klamm.web.burrow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes texts and numbers as Go's libraries do. */
final class GoText {

    private static final String HEX = "0123456789abcdef";
    private static final float SMALL = 1e-6f;
    private static final long MILLION = 1_000_000;
    /** Up to here a float of 64 bits holds every whole number. */
    private static final long EXACT = 1L << 53;

    private GoText() {}

    /** Writes a text as a string of JSON. */
    static void quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(out, value, i);
        }
        out.append('"');
    }

    private static void escape(StringBuilder out, String value, int at) {
        char c = value.charAt(at);
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '<', '>', '&', '\u2028', '\u2029' -> unicode(out, c);
            default -> {
                if (c < ' ') {
                    unicode(out, c);
                } else {
                    out.append(lone(value, at) ? "\\ufffd" : String.valueOf(c));
                }
            }
        }
    }

    private static void unicode(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xf));
        }
    }

    /** Half of a pair that should be two, or what was no UTF-8 and has been replaced on its way here. */
    private static boolean lone(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(value.charAt(at - 1));
        }
        return c == '\ufffd';
    }

    /** The shortest decimal that is read as this number. */
    static String number(float value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 9; digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() != value) {
                break;
            }
            shortest = rounded;
        }
        BigDecimal stripped = shortest.stripTrailingZeros();
        return value != 0 && Math.abs(value) < SMALL
                ? exponent(stripped).replace("e-0", "e-")
                : stripped.toPlainString();
    }

    /** Writes a whole number as Go writes it as a float, in the shortest form of {@code %g}: with an exponent from a million on. */
    static void general(StringBuilder out, long value) {
        if (value > -MILLION && value < MILLION) {
            out.append(value);
            return;
        }
        boolean exact = Math.abs(value) <= EXACT;
        BigDecimal number = exact ? BigDecimal.valueOf(value) : new BigDecimal(Double.toString((double) value));
        out.append(exponent(number.stripTrailingZeros()));
    }

    private static String exponent(BigDecimal stripped) {
        String digits = stripped.unscaledValue().abs().toString();
        int exponent = stripped.precision() - stripped.scale() - 1;
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (stripped.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + fraction
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
