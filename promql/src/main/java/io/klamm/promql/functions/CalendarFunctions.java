package io.klamm.promql.functions;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What calendar and clock of UTC say of a time in seconds since the epoch. Times may be so far away that no calendar of Java's knows them; and what is not a number,
 * or too great for 64 bits, is the farthest past, as in Go.
 */
public final class CalendarFunctions {

    /** The year at whose beginning Go's calendar does; like the year 1, it is the first of 400 that come back in the same form. */
    private static final long FIRST_YEAR = -292_277_022_399L;

    /** Seconds from there to the epoch. */
    private static final long TO_EPOCH = 9_223_372_028_715_321_600L;

    private static final long DAY = 86_400;
    private static final int DAYS_OF_400_YEARS = 146_097;
    private static final int DAYS_OF_100_YEARS = 36_524;
    private static final int DAYS_OF_4_YEARS = 1_461;
    private static final int DAYS_OF_YEAR = 365;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private CalendarFunctions() {}

    /** The function of this name, or null. */
    public static @Nullable DoubleUnaryOperator find(String name) {
        ToLongFunction<Moment> field = field(name);
        return field == null ? null : seconds -> field.applyAsLong(Moment.of(seconds));
    }

    private static @Nullable ToLongFunction<Moment> field(String name) {
        return switch (name) {
            case "minute" -> moment -> moment.second / 60 % 60;
            case "hour" -> moment -> moment.second / 3600;
            case "day_of_week" -> moment -> (moment.day + 1) % 7;
            case "day_of_month" -> moment -> moment.date().dayOfYear - daysBefore(moment.date()) + 1;
            case "day_of_year" -> moment -> moment.date().dayOfYear + 1;
            case "days_in_month" -> moment -> daysInMonth(moment.date());
            case "month" -> moment -> moment.date().month();
            case "year" -> moment -> moment.date().year;
            default -> null;
        };
    }

    /**
     * A time.
     *
     * @param day since the calendar's beginning
     * @param second of the day
     */
    private record Moment(long day, long second) {

        static Moment of(double seconds) {
            boolean fits = seconds >= -0x1p63 && seconds < 0x1p63;
            long sinceBeginning = (fits ? (long) seconds : Long.MIN_VALUE) + TO_EPOCH;
            return new Moment(Long.divideUnsigned(sinceBeginning, DAY), Long.remainderUnsigned(sinceBeginning, DAY));
        }

        Date date() {
            long rest = day % DAYS_OF_400_YEARS;
            long centuries = Math.min(3, rest / DAYS_OF_100_YEARS);
            rest -= centuries * DAYS_OF_100_YEARS;
            long fours = rest / DAYS_OF_4_YEARS;
            rest -= fours * DAYS_OF_4_YEARS;
            long ones = Math.min(3, rest / DAYS_OF_YEAR);
            rest -= ones * DAYS_OF_YEAR;
            boolean leap = ones == 3 && (fours != 24 || centuries == 3);
            long year = FIRST_YEAR + 400 * (day / DAYS_OF_400_YEARS) + 100 * centuries + 4 * fours + ones;
            return new Date(year, (int) rest, leap);
        }
    }

    /**
     * A day of a year.
     *
     * @param dayOfYear from 0
     */
    private record Date(long year, int dayOfYear, boolean leap) {

        /** From 1. */
        int month() {
            int month = 1;
            while (month < 12 && dayOfYear >= daysBefore(month + 1, leap)) {
                month++;
            }
            return month;
        }
    }

    private static int daysBefore(Date date) {
        return daysBefore(date.month(), date.leap);
    }

    private static int daysInMonth(Date date) {
        return daysBefore(date.month() + 1, date.leap) - daysBefore(date);
    }

    /** Days of the year before a month, from 1; the thirteenth is the next year. */
    private static int daysBefore(int month, boolean leap) {
        return DAYS_BEFORE_MONTH[month - 1] + (leap && month > 2 ? 1 : 0);
    }
}
