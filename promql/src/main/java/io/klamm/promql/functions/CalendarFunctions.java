package io.klamm.promql.functions;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What a calendar and a clock of UTC say of a time in seconds since the epoch; not a number of what no calendar knows. */
public final class CalendarFunctions {

    private CalendarFunctions() {}

    /** The function of this name, or null. */
    public static @Nullable DoubleUnaryOperator find(String name) {
        ToIntFunction<LocalDateTime> field = field(name);
        return field == null ? null : seconds -> of(seconds, field);
    }

    private static @Nullable ToIntFunction<LocalDateTime> field(String name) {
        return switch (name) {
            case "minute" -> LocalDateTime::getMinute;
            case "hour" -> LocalDateTime::getHour;
            case "day_of_week" -> time -> time.getDayOfWeek().getValue() % 7;
            case "day_of_month" -> LocalDateTime::getDayOfMonth;
            case "day_of_year" -> LocalDateTime::getDayOfYear;
            case "days_in_month" -> time -> time.toLocalDate().lengthOfMonth();
            case "month" -> LocalDateTime::getMonthValue;
            case "year" -> LocalDateTime::getYear;
            default -> null;
        };
    }

    private static double of(double seconds, ToIntFunction<LocalDateTime> field) {
        if (Double.isNaN(seconds)) {
            return Double.NaN;
        }
        try {
            return field.applyAsInt(LocalDateTime.ofEpochSecond((long) seconds, 0, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
