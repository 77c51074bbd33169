package io.klamm.config;

import java.time.Duration;
import java.util.Optional;

/** Durations as people write them: {@code 500ms}, {@code 15s}, {@code 1m30s}, {@code 2h}, {@code 1d}, {@code 2w}, {@code 1y} (365 days). */
public final class Durations {

    private static final String EXAMPLES = "such as 15s or 1m30s";

    /** Any duration from 0 up. */
    public static final Format<Duration> FORMAT = Format.of("a duration " + EXAMPLES, Durations::parse);

    private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};
    private static final long[] MILLIS = {
        31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L,
    };

    private Durations() {}

    /** Durations from min to max, both included. */
    public static Format<Duration> between(Duration min, Duration max) {
        String expected = "a duration from " + text(min) + " to " + text(max) + ", " + EXAMPLES;
        return Format.of(
                expected, text -> parse(text).filter(found -> found.compareTo(min) >= 0 && found.compareTo(max) <= 0));
    }

    /** Parses whole numbers with units, larger units first and each unit at most once; empty for anything else. {@code 0} needs no unit. */
    public static Optional<Duration> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        long millis = 0;
        int next = 0;
        int unit = -1;
        while (next < text.length()) {
            int digits = endOf(text, next, true);
            int letters = endOf(text, digits, false);
            int found = unitOf(text.substring(digits, letters));
            // 12 digits of years still fit into a long's worth of days; more is a slip of the keyboard.
            if (digits == next || digits - next > 12 || found <= unit) {
                return Optional.empty();
            }
            try {
                millis = Math.addExact(
                        millis, Math.multiplyExact(Long.parseLong(text.substring(next, digits)), MILLIS[found]));
            } catch (ArithmeticException tooLong) {
                return Optional.empty();
            }
            unit = found;
            next = letters;
        }
        return unit < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    /** The shortest text that {@link #parse} turns back into the duration; parts below a millisecond are cut off. */
    public static String text(Duration duration) {
        long rest = duration.toMillis();
        if (rest <= 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        // Weeks and years are left out: 14d is clearer than 2w, and a year is not always 365 days.
        for (int i = 2; i < UNITS.length; i++) {
            if (rest >= MILLIS[i]) {
                text.append(rest / MILLIS[i]).append(UNITS[i]);
                rest %= MILLIS[i];
            }
        }
        return text.toString();
    }

    private static int endOf(String text, int from, boolean digits) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int unitOf(String name) {
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
