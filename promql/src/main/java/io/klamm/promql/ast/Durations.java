package io.klamm.promql.ast;

import io.klamm.model.series.LabelText;
import java.util.List;

/** Durations as Prometheus writes them: whole numbers with units, from the largest unit to the smallest, as {@code 1h30m}. */
public final class Durations {

    private record Unit(String name, long millis, boolean onlyAlone) {}

    /** Years and weeks are written only where nothing is left over: 90d is easier to read than 12w6d. */
    private static final List<Unit> UNITS = List.of(
            new Unit("y", 365L * 24 * 3600 * 1000, true),
            new Unit("w", 7L * 24 * 3600 * 1000, true),
            new Unit("d", 24L * 3600 * 1000, false),
            new Unit("h", 3600L * 1000, false),
            new Unit("m", 60_000, false),
            new Unit("s", 1000, false),
            new Unit("ms", 1, false));

    private static final long MAX_MILLIS = Long.MAX_VALUE / 1_000_000;

    private Durations() {}

    /** The duration of so many milliseconds; none is {@code 0s}. */
    public static String format(long millis) {
        if (millis == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
        long left = Math.abs(millis);
        for (Unit unit : UNITS) {
            if (unit.onlyAlone && left % unit.millis != 0) {
                continue;
            }
            if (left >= unit.millis) {
                text.append(left / unit.millis).append(unit.name);
                left %= unit.millis;
            }
        }
        return text.toString();
    }

    /**
     * The milliseconds of a duration.
     *
     * @throws IllegalArgumentException with Prometheus's words, if it is none or longer than 292 years
     */
    public static long parse(String text) {
        if (text.equals("0")) {
            return 0;
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty duration string");
        }
        long millis = 0;
        int lastUnit = -1;
        for (int at = 0; at < text.length(); ) {
            int unitAt = endOf(text, at, true);
            int end = endOf(text, unitAt, false);
            if (unitAt == at || end == unitAt) {
                throw notValid(text);
            }
            int unit = unit(text.substring(unitAt, end), text);
            long count = count(text, at, unitAt);
            if (unit <= lastUnit) {
                throw notValid(text);
            }
            if (count > (MAX_MILLIS - millis) / UNITS.get(unit).millis) {
                throw new IllegalArgumentException("duration out of range");
            }
            millis += count * UNITS.get(unit).millis;
            lastUnit = unit;
            at = end;
        }
        return millis;
    }

    private static int endOf(String text, int from, boolean digits) {
        int at = from;
        while (at < text.length() && (text.charAt(at) >= '0' && text.charAt(at) <= '9') == digits) {
            at++;
        }
        return at;
    }

    private static long count(String text, int from, int to) {
        try {
            return Long.parseLong(text, from, to, 10);
        } catch (NumberFormatException e) {
            throw notValid(text);
        }
    }

    private static int unit(String name, String text) {
        for (int i = 0; i < UNITS.size(); i++) {
            if (UNITS.get(i).name.equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "unknown unit " + LabelText.quote(name) + " in duration " + LabelText.quote(text));
    }

    private static IllegalArgumentException notValid(String text) {
        return new IllegalArgumentException("not a valid duration string: " + LabelText.quote(text));
    }
}
