package io.klamm.template.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating point numbers as Go writes them. */
public final class GoFloat {

    /** As many digits as tell the number from its neighbours. */
    public static final int SHORTEST = -1;

    /** From this power of ten on, the shortest form has an exponent. */
    private static final int SHORTEST_EXPONENT = 6;

    private GoFloat() {}

    /** As {@code %v}: the shortest text that reads back as the number. */
    public static String shortest(double value) {
        return format(value, 'g', SHORTEST);
    }

    /** By verb {@code e}, {@code f} or {@code g}, with a sign only where it is negative. */
    public static String format(double value, char verb, int precision) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean negative = value < 0 || 1 / value < 0;
        return (negative ? "-" : "") + unsigned(Math.abs(value), verb, precision);
    }

    private static String unsigned(double value, char verb, int precision) {
        return switch (verb) {
            case 'e' -> exponent(value, precision);
            case 'f' -> fixed(value, precision);
            default -> general(value, precision);
        };
    }

    private static String fixed(double value, int precision) {
        if (precision >= 0) {
            return new BigDecimal(value)
                    .setScale(precision, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        BigDecimal digits = shortestDigits(value);
        return digits.scale() > 0 ? digits.toPlainString() : digits.setScale(0).toPlainString();
    }

    private static String exponent(double value, int precision) {
        BigDecimal digits = precision < 0 ? shortestDigits(value) : rounded(value, precision + 1);
        return exponent(digits, precision < 0 ? digits.precision() - 1 : precision);
    }

    private static String exponent(BigDecimal digits, int fraction) {
        StringBuilder text = new StringBuilder(digits.unscaledValue().toString());
        while (text.length() < fraction + 1) {
            text.append('0');
        }
        text.setLength(fraction + 1);
        if (fraction > 0) {
            text.insert(1, '.');
        }
        int exponent = digits.signum() == 0 ? 0 : exponentOf(digits);
        String sign = exponent < 0 ? "-" : "+";
        return text + "e" + sign + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static String general(double value, int precision) {
        boolean shortest = precision < 0;
        int wanted = precision == 0 ? 1 : precision;
        BigDecimal digits = (shortest ? shortestDigits(value) : rounded(value, wanted)).stripTrailingZeros();
        int exponent = digits.signum() == 0 ? 0 : exponentOf(digits);
        if (exponent < -4 || exponent >= threshold(shortest, wanted, digits, exponent)) {
            return exponent(digits, digits.precision() - 1);
        }
        return digits.scale() > 0 ? digits.toPlainString() : digits.setScale(0).toPlainString();
    }

    private static int threshold(boolean shortest, int precision, BigDecimal digits, int exponent) {
        if (shortest) {
            return SHORTEST_EXPONENT;
        }
        int count = digits.precision();
        return precision > count && count >= exponent + 1 ? count : precision;
    }

    private static int exponentOf(BigDecimal digits) {
        return digits.precision() - digits.scale() - 1;
    }

    private static BigDecimal rounded(double value, int precision) {
        return new BigDecimal(value).round(new MathContext(precision, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal shortestDigits(double value) {
        if (value == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < 17; precision++) {
            BigDecimal digits = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (digits.doubleValue() == value) {
                return digits.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
