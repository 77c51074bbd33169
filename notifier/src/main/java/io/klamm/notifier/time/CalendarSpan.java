package io.klamm.notifier.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When all of these hold, by the clock on the wall of a zone; an empty list holds always.
 *
 * @param minutes of the day, from 0
 * @param weekdays from 0, Sunday, to 6, Saturday
 * @param months from 1 to 12
 */
public record CalendarSpan(
        List<Span> minutes,
        List<Span> weekdays,
        List<DaysOfMonth> days,
        List<Span> months,
        List<Span> years,
        ZoneId zone) {

    public CalendarSpan {
        minutes = List.copyOf(minutes);
        weekdays = List.copyOf(weekdays);
        days = List.copyOf(days);
        months = List.copyOf(months);
        years = List.copyOf(years);
    }

    boolean contains(Instant time) {
        ZonedDateTime wall = time.atZone(zone);
        return in(minutes, wall.getHour() * 60 + wall.getMinute())
                && in(weekdays, weekday(wall.getDayOfWeek()))
                && inDays(wall.toLocalDate())
                && in(months, wall.getMonthValue())
                && in(years, wall.getYear());
    }

    /** From 0, Sunday. */
    static int weekday(DayOfWeek day) {
        return day.getValue() % 7;
    }

    private boolean inDays(LocalDate date) {
        return days.isEmpty()
                || days.stream().anyMatch(span -> span.contains(date.getDayOfMonth(), date.lengthOfMonth()));
    }

    private static boolean in(List<Span> spans, int number) {
        return spans.isEmpty() || spans.stream().anyMatch(span -> span.contains(number));
    }
}
