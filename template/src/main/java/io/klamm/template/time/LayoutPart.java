package io.klamm.template.time;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a layout that stands for a part of the time.
 *
 * @param length in characters of the layout
 */
record LayoutPart(int length, Function<ZonedDateTime, String> text) {

    private record Token(String example, Function<ZonedDateTime, String> text) {}

    /** Longer examples stand before those that they begin with. */
    private static final List<Token> TOKENS = List.of(
            token("January", "MMMM"),
            token("Jan", "MMM"),
            token("Monday", "EEEE"),
            token("Mon", "EEE"),
            new Token("MST", GoLayout::zoneName),
            token("2006", "yyyy"),
            token("002", "DDD"),
            token("01", "MM"),
            token("02", "dd"),
            token("03", "hh"),
            token("04", "mm"),
            token("05", "ss"),
            token("06", "yy"),
            new Token("_2", time -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth())),
            token("15", "HH"),
            token("1", "M"),
            token("2", "d"),
            token("3", "h"),
            token("4", "m"),
            token("5", "s"),
            token("PM", "a"),
            new Token("pm", time -> time.getHour() < 12 ? "am" : "pm"),
            token("-07:00:00", "xxxxx"),
            token("-07:00", "xxx"),
            token("-0700", "xx"),
            new Token("-07", time -> time.format(pattern("xx")).substring(0, 3)),
            token("Z07:00", "XXX"),
            token("Z0700", "XX"),
            token("Z07", "X"));

    static @Nullable LayoutPart at(String layout, int from) {
        LayoutPart fraction = fraction(layout, from);
        if (fraction != null) {
            return fraction;
        }
        for (Token token : TOKENS) {
            if (layout.startsWith(token.example(), from) && !word(token, layout, from)) {
                return new LayoutPart(token.example().length(), token.text());
            }
        }
        return null;
    }

    String format(ZonedDateTime time) {
        return text.apply(time);
    }

    /** {@code Jan} and {@code Mon} do not count where a small letter follows. */
    private static boolean word(Token token, String layout, int from) {
        int end = from + token.example().length();
        boolean shortName = token.example().equals("Jan") || token.example().equals("Mon");
        return shortName && end < layout.length() && Character.isLowerCase(layout.charAt(end));
    }

    private static @Nullable LayoutPart fraction(String layout, int from) {
        if ((layout.charAt(from) != '.' && layout.charAt(from) != ',') || from + 1 >= layout.length()) {
            return null;
        }
        char digit = layout.charAt(from + 1);
        int end = from + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        boolean digitFollows = end < layout.length() && Character.isDigit(layout.charAt(end));
        if ((digit != '0' && digit != '9') || digitFollows) {
            return null;
        }
        int count = Math.min(9, end - from - 1);
        char separator = layout.charAt(from);
        return new LayoutPart(end - from, time -> fraction(time, separator, count, digit == '9'));
    }

    private static String fraction(ZonedDateTime time, char separator, int count, boolean trimmed) {
        String digits = String.format(Locale.ROOT, "%09d", time.getNano()).substring(0, count);
        String shown = trimmed ? digits.replaceAll("0+$", "") : digits;
        return shown.isEmpty() ? "" : separator + shown;
    }

    private static Token token(String example, String pattern) {
        DateTimeFormatter formatter = pattern(pattern);
        return new Token(example, formatter::format);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
