package io.klamm.template.format;

import io.klamm.model.series.GoFloat.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating point numbers as Go's verbs write them: in a number of digits that is asked for, or in as few as {@link io.klamm.model.series.GoFloat} does. */
public final class GoFloat {

    /** As many digits as tell the number from its neighbours. */
    public static final int SHORTEST = -1;

    private GoFloat() {}

    /** As {@code %v}: the shortest text that reads back as the number. */
    public static String shortest(double value) {
        return format(value, 'g', SHORTEST);
    }

    /** By verb {@code e}, {@code f} or {@code g}, with a sign only where it is negative. */
    public static String format(double value, char verb, int precision) {
        if (precision < 0 || !Double.isFinite(value)) {
            return io.klamm.model.series.GoFloat.format(value, form(verb));
        }
        boolean negative = value < 0 || 1 / value < 0;
        return (negative ? "-" : "") + unsigned(Math.abs(value), verb, precision);
    }

    private static Form form(char verb) {
        return switch (verb) {
            case 'e' -> Form.SCIENTIFIC;
            case 'f' -> Form.PLAIN;
            default -> Form.GENERAL;
        };
    }

    private static String unsigned(double value, char verb, int precision) {
        return switch (verb) {
            case 'e' -> exponent(rounded(value, precision + 1), precision);
            case 'f' ->
                new BigDecimal(value)
                        .setScale(precision, RoundingMode.HALF_EVEN)
                        .toPlainString();
            default -> general(value, precision == 0 ? 1 : precision);
        };
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
        int exponent = exponentOf(digits);
        String sign = exponent < 0 ? "-" : "+";
        return text + "e" + sign + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static String general(double value, int precision) {
        BigDecimal digits = rounded(value, precision).stripTrailingZeros();
        int exponent = exponentOf(digits);
        if (exponent < -4 || exponent >= threshold(precision, digits.precision(), exponent)) {
            return exponent(digits, digits.precision() - 1);
        }
        return digits.scale() > 0 ? digits.toPlainString() : digits.setScale(0).toPlainString();
    }

    private static int threshold(int precision, int count, int exponent) {
        return precision > count && count >= exponent + 1 ? count : precision;
    }

    /** The power of ten of the first digit. */
    private static int exponentOf(BigDecimal digits) {
        return digits.signum() == 0 ? 0 : digits.precision() - digits.scale() - 1;
    }

    private static BigDecimal rounded(double value, int precision) {
        return new BigDecimal(value).round(new MathContext(precision, RoundingMode.HALF_EVEN));
    }
}
