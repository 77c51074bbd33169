package io.klamm.notifier.config;

import io.klamm.config.Format;
import io.klamm.config.Parsed;
import io.klamm.notifier.time.DaysOfMonth;
import io.klamm.notifier.time.Span;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How the parts of a time interval are written: {@code monday:friday}, {@code -3:-1}, {@code 09:00}. */
final class TimeForms {

    private static final List<String> WEEKDAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final int MINUTES_OF_DAY = 24 * 60;

    static final Format<Span> WEEKDAY = spans("a weekday or a span such as monday:friday", TimeForms::weekday);
    static final Format<Span> MONTH = spans("a month or a span such as 1:3 or may:august", TimeForms::month);
    static final Format<Span> YEAR = spans("a year or a span such as 2026:2027", text -> number(text, 1, 9999));
    static final Format<Integer> TIME = Format.of("a time from 00:00 to 24:00", TimeForms::time);
    static final Format<ZoneId> ZONE = Format.of("a time zone such as Asia/Seoul", TimeForms::zone);
    static final Format<DaysOfMonth> DAYS =
            explained("a day or a span such as 1:5 or -3:-1", text -> number(text, -31, 31), DaysOfMonth::new);

    private TimeForms() {}

    private static Format<Span> spans(String expected, Function<String, Optional<Integer>> part) {
        return explained(expected, part, Span::new);
    }

    private interface Maker<T> {
        T of(int first, int last);
    }

    private static <T> Format<T> explained(String expected, Function<String, Optional<Integer>> part, Maker<T> maker) {
        return Format.explained(expected, text -> {
            int colon = text.indexOf(':');
            Optional<Integer> first = part.apply(colon < 0 ? text : text.substring(0, colon));
            Optional<Integer> last = part.apply(text.substring(colon + 1));
            if (first.isEmpty() || last.isEmpty()) {
                return Parsed.bad(expected);
            }
            try {
                return Parsed.good(maker.of(first.get(), last.get()));
            } catch (IllegalArgumentException e) {
                return Parsed.bad(expected + ", its begin before its end");
            }
        });
    }

    private static Optional<Integer> weekday(String text) {
        return named(WEEKDAYS, text, 0);
    }

    private static Optional<Integer> month(String text) {
        return named(MONTHS, text, 1).or(() -> number(text, 1, 12));
    }

    private static Optional<Integer> named(List<String> names, String text, int first) {
        int found = names.indexOf(text.strip().toLowerCase(Locale.ROOT));
        return found < 0 ? Optional.empty() : Optional.of(found + first);
    }

    private static Optional<Integer> number(String text, int min, int max) {
        String digits = text.strip();
        if (!digits.matches("-?[0-9]{1,4}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(digits)).filter(number -> number >= min && number <= max);
    }

    private static Optional<Integer> time(String text) {
        if (!text.matches("[0-2]?[0-9]:[0-5][0-9]")) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        int minutes = Integer.parseInt(text.substring(0, colon)) * 60 + Integer.parseInt(text.substring(colon + 1));
        return Optional.of(minutes).filter(found -> found <= MINUTES_OF_DAY);
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(text.equals("Local") ? ZoneId.systemDefault() : ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
