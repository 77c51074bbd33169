package io.klamm.notifier.time;

/**
 * Days of a month from {@code first} to {@code last}, both included. From 1 they count from the month's begin, below 0 from its end: -1 is the last day. Days that a
 * month does not have are not in it.
 */
public record DaysOfMonth(int first, int last) {

    private static final int LONGEST = 31;

    public DaysOfMonth {
        check(first);
        check(last);
        boolean sameSide = (first > 0) == (last > 0);
        if ((first < 0 && last > 0) || (sameSide && first > last)) {
            throw new IllegalArgumentException(
                    "days of month: " + first + ":" + last + " (expected: a begin before its end in every month)");
        }
    }

    private static void check(int day) {
        if (day == 0 || day < -LONGEST || day > LONGEST) {
            throw new IllegalArgumentException(
                    "day of month: " + day + " (expected: 1 to 31, or -31 to -1 from the end)");
        }
    }

    boolean contains(int day, int lengthOfMonth) {
        return day >= fromBegin(first, lengthOfMonth) && day <= fromBegin(last, lengthOfMonth);
    }

    private static int fromBegin(int day, int lengthOfMonth) {
        return day > 0 ? day : lengthOfMonth + day + 1;
    }
}
