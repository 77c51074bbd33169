package io.klamm.promql.parser;

import io.klamm.model.series.LabelText;

/** How Go writes a single character in an error. */
final class GoRune {

    /** What is in place of a character that is none. */
    static final int REPLACEMENT = 0xfffd;

    private GoRune() {}

    /** In single quotes, as {@code %q}. */
    static String quote(int point) {
        if (point == '\'') {
            return "'\\''";
        }
        if (point == '"') {
            return "'\"'";
        }
        String quoted = LabelText.quote(Character.toString(point < 0 ? REPLACEMENT : point));
        return "'" + quoted.substring(1, quoted.length() - 1) + "'";
    }

    /** By number, and in quotes if it can be seen, as {@code %#U}. */
    static String number(int point) {
        String number = String.format("U+%04X", point);
        String shown = LabelText.quote(Character.toString(point));
        boolean seen = point == '"' || point == '\\' || shown.length() == 2 + Character.charCount(point);
        return seen ? number + " '" + Character.toString(point) + "'" : number;
    }
}
