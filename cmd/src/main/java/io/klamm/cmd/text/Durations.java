package io.klamm.cmd.text;

import io.klamm.model.verdict.Language;
import java.util.List;
import java.util.Locale;

/** Durations for people. */
final class Durations {

    private static final List<Unit> UNITS = List.of(
            new Unit(86_400, " d", "일"),
            new Unit(3_600, " h", "시간"),
            new Unit(60, " min", "분"),
            new Unit(1, " s", "초"));

    private Durations() {}

    private record Unit(long seconds, String english, String korean) {

        String text(long amount, Language language) {
            return switch (language) {
                case ENGLISH -> amount + english;
                case KOREAN -> amount + korean;
            };
        }
    }

    /** A number of seconds in its two greatest units, {@code 1 h 30 min}; below ten seconds with one place behind the point. */
    static String of(double seconds, Language language) {
        if (seconds < 9.95) {
            String number = String.format(Locale.ROOT, "%.1f", Math.max(0, seconds));
            return switch (language) {
                case ENGLISH -> number + " s";
                case KOREAN -> number + "초";
            };
        }
        long whole = Math.round(seconds);
        int first = 0;
        while (UNITS.get(first).seconds() > whole) {
            first++;
        }
        Unit unit = UNITS.get(first);
        String head = unit.text(whole / unit.seconds(), language);
        if (first == UNITS.size() - 1) {
            return head;
        }
        Unit next = UNITS.get(first + 1);
        long rest = whole % unit.seconds() / next.seconds();
        return rest == 0 ? head : head + " " + next.text(rest, language);
    }
}
