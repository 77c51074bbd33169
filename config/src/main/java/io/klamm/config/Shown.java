package io.klamm.config;

import java.util.regex.Pattern;

/** Text from a file made fit for a message: quoted, cut short, without logins in addresses and without characters that a terminal would obey. */
final class Shown {

    private static final int LONGEST = 80;

    /** The user and password in an address. */
    private static final Pattern LOGIN = Pattern.compile("://[^/\\s]*@");

    private Shown() {}

    static String quoted(String original) {
        String text = LOGIN.matcher(original).replaceAll("://***@");
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append("...");
        }
        return shown.append('"').toString();
    }

    private static void append(StringBuilder shown, int c) {
        switch (c) {
            case '"' -> shown.append("\\\"");
            case '\\' -> shown.append("\\\\");
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isVisible(c)) {
                    shown.appendCodePoint(c);
                } else {
                    shown.append(String.format("\\u%04X", c));
                }
            }
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
