package io.klamm.template.parser;

/** Reads the characters of a quoted constant one by one. */
final class Escapes {

    private static final String LETTERS = "abfnrtv\\'\"";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\'\"";

    private final String text;
    private int at;

    Escapes(String text) {
        this.text = text;
    }

    boolean more() {
        return at < text.length();
    }

    void next(StringBuilder into) {
        char c = text.charAt(at++);
        if (c != '\\') {
            into.append(c);
            return;
        }
        escape(text.charAt(at++), into);
    }

    private void escape(char letter, StringBuilder into) {
        int simple = LETTERS.indexOf(letter);
        if (simple >= 0) {
            into.append(MEANINGS.charAt(simple));
            return;
        }
        switch (letter) {
            case 'x' -> into.appendCodePoint(digits(2, 16));
            case 'u' -> into.appendCodePoint(digits(4, 16));
            case 'U' -> into.appendCodePoint(digits(8, 16));
            default -> octal(into);
        }
    }

    private void octal(StringBuilder into) {
        at--;
        into.appendCodePoint(digits(3, 8));
    }

    private int digits(int count, int base) {
        String digits = text.substring(at, at + count);
        at += count;
        return Integer.parseInt(digits, base);
    }
}
