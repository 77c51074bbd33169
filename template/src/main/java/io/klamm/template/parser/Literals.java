package io.klamm.template.parser;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads Go's constants. */
final class Literals {

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Literals() {}

    /** A Long or a Double, null where it is no number. */
    static @Nullable Object number(String text) {
        String plain = text.replace("_", "");
        try {
            return looksWhole(plain) ? whole(plain) : (Object) Double.valueOf(hexExponent(plain));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean looksWhole(String text) {
        return hex(text) ? text.indexOf('p') < 0 && text.indexOf('P') < 0 : !text.matches(".*[.eEpP].*");
    }

    private static boolean hex(String text) {
        return text.matches("[+-]?0[xX].*");
    }

    private static String hexExponent(String text) {
        if (text.matches(".*[dDfF]$") && !hex(text)) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    private static Long whole(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        BigInteger value = unsigned(digits);
        BigInteger signed = negative ? value.negate() : value;
        if (signed.compareTo(MIN) < 0 || signed.compareTo(MAX) > 0) {
            throw new NumberFormatException(text);
        }
        return signed.longValue();
    }

    private static BigInteger unsigned(String digits) {
        if (digits.startsWith("+") || digits.startsWith("-")) {
            throw new NumberFormatException(digits);
        }
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            return switch (digits.charAt(1)) {
                case 'x', 'X' -> new BigInteger(digits.substring(2), 16);
                case 'b', 'B' -> new BigInteger(digits.substring(2), 2);
                case 'o', 'O' -> new BigInteger(digits.substring(2), 8);
                default -> new BigInteger(digits, 8);
            };
        }
        return new BigInteger(digits);
    }

    /** The text of a quoted string or character constant with its quotes; null where an escape is none. */
    static @Nullable String unquote(String quoted) {
        StringBuilder text = new StringBuilder();
        Escapes escapes = new Escapes(quoted.substring(1, quoted.length() - 1));
        try {
            while (escapes.more()) {
                escapes.next(text);
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return null;
        }
        return text.toString();
    }
}
