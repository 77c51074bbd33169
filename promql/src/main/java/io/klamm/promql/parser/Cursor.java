package io.klamm.promql.parser;

/** A place in a text that moves by whole characters. */
final class Cursor {

    /** In place of a character, after the last one. */
    static final int END = -1;

    private final String text;
    private int at;
    private int start;

    Cursor(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    int at() {
        return at;
    }

    /** Where the token in the making begins. */
    int start() {
        return start;
    }

    /** Begins a token here. */
    void begin() {
        start = at;
    }

    /** The text from the beginning of the token to here. */
    String token() {
        return text.substring(start, at);
    }

    /** The character here. */
    int peek() {
        return at < text.length() ? text.codePointAt(at) : END;
    }

    int next() {
        int point = peek();
        if (point != END) {
            at += Character.charCount(point);
        }
        return point;
    }

    /** Goes on if the character here is one of these. */
    boolean accept(String allowed) {
        if (is(allowed)) {
            at++;
            return true;
        }
        return false;
    }

    void acceptAll(String allowed) {
        while (accept(allowed)) {
            // goes on
        }
    }

    /** Whether the character here is one of these, all of which are ASCII. */
    boolean is(String allowed) {
        int point = peek();
        return point != END && allowed.indexOf(point) >= 0;
    }

    void back(int chars) {
        at -= chars;
    }

    static boolean space(int point) {
        return point == ' ' || point == '\t' || point == '\n' || point == '\r';
    }

    static boolean digit(int point) {
        return '0' <= point && point <= '9';
    }

    static boolean letter(int point) {
        return point == '_' || ('a' <= point && point <= 'z') || ('A' <= point && point <= 'Z');
    }

    static boolean letterOrDigit(int point) {
        return letter(point) || digit(point);
    }
}
