package io.klamm.template.format;

import java.util.Locale;

/** Text in quotes as Go writes it. */
public final class GoQuote {

    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\";
    private static final String LETTERS = "abfnrtv\\";

    private GoQuote() {}

    /** In double quotes. */
    public static String quote(String text) {
        return quote(text, '"');
    }

    /** A character in single quotes. */
    public static String character(long codePoint) {
        int valid = codePoint < 0 || codePoint > Character.MAX_CODE_POINT ? 0xFFFD : (int) codePoint;
        return quote(Character.toString(valid), '\'');
    }

    private static String quote(String text, char quote) {
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> append(quoted, c, quote));
        return quoted.append(quote).toString();
    }

    private static void append(StringBuilder into, int c, char quote) {
        int simple = ESCAPED.indexOf(c);
        if (simple >= 0) {
            into.append('\\').append(LETTERS.charAt(simple));
        } else if (c == quote) {
            into.append('\\').append(quote);
        } else if (c < ' ' || c == 127) {
            into.append(String.format(Locale.ROOT, "\\x%02x", c));
        } else if (printable(c)) {
            into.appendCodePoint(c);
        } else {
            into.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
        }
    }

    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
