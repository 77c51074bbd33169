package io.klamm.promql.script;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number that is all that a line has. */
final class LoneNumber {

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)(inf|nan|(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?)", Pattern.CASE_INSENSITIVE);

    private LoneNumber() {}

    /** The number; nothing if the line is anything else. */
    static OptionalDouble parse(String line) {
        Matcher number = NUMBER.matcher(line);
        if (!number.matches()) {
            return OptionalDouble.empty();
        }
        double value =
                switch (number.group(2).toLowerCase(Locale.ROOT)) {
                    case "inf" -> Double.POSITIVE_INFINITY;
                    case "nan" -> Double.NaN;
                    default -> Double.parseDouble(number.group(2));
                };
        return OptionalDouble.of(number.group(1).equals("-") ? -value : value);
    }
}
