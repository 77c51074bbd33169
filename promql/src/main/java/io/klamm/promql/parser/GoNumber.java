package io.klamm.promql.parser;

import io.klamm.model.series.GoFloat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** The values of numbers, as Go reads them: decimal, hexadecimal, octal after a leading zero, with underscores between digits. */
final class GoNumber {

    private static final Pattern UNDERSCORES = Pattern.compile("(?<=[0-9a-fA-FxX])_(?=[0-9a-fA-F])");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9a-fA-F]+)");
    private static final Pattern OCTAL = Pattern.compile("0[0-7]+");
    private static final Pattern DECIMAL = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private GoNumber() {}

    /**
     * The number that a text stands for, {@code inf} and {@code nan} in any case among them.
     *
     * @throws NumberFormatException with Go's words, if it stands for none
     */
    static double parse(String text) {
        if (text.equalsIgnoreCase("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        String plain = UNDERSCORES.matcher(text).replaceAll("");
        if (HEXADECIMAL.matcher(plain).matches()) {
            return whole(plain.substring(2), 16, text);
        }
        if (OCTAL.matcher(plain).matches() && fits(plain)) {
            return whole(plain, 8, text);
        }
        if (!DECIMAL.matcher(plain).matches()) {
            throw bad(text, "invalid syntax");
        }
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            throw bad(text, "value out of range");
        }
        return value;
    }

    private static boolean fits(String octal) {
        try {
            Long.parseLong(octal, 8);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static double whole(String digits, int base, String text) {
        try {
            return Long.parseLong(digits, base);
        } catch (NumberFormatException e) {
            throw bad(text, "invalid syntax");
        }
    }

    private static NumberFormatException bad(String text, String why) {
        return new NumberFormatException("strconv.ParseFloat: parsing \"" + text + "\": " + why);
    }

    /** With six decimals, as {@code %f}. */
    static String sixDecimals(double value) {
        if (!Double.isFinite(value)) {
            return GoFloat.format(value, GoFloat.Form.PLAIN);
        }
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }
}
