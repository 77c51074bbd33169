package io.klamm.promql.parser;

/** Finds the end of a text in quotes and reads its escapes, which are Go's. */
final class StringScanner {

    private static final int MAX_BYTE = 0xff;

    private final Lexer lexer;
    private final Cursor cursor;

    StringScanner(Lexer lexer, Cursor cursor) {
        this.lexer = lexer;
        this.cursor = cursor;
    }

    /** Goes to after the closing quote; the opening one has been read. */
    void scan(int quote) throws ParseException {
        while (true) {
            int point = cursor.next();
            if (point == quote) {
                return;
            }
            if (point == '\\' && quote != '`') {
                escape(quote);
            } else if (point == Cursor.END || (point == '\n' && quote != '`')) {
                throw lexer.error(quote == '`' ? "unterminated raw string" : "unterminated quoted string");
            } else if (point == GoRune.REPLACEMENT
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                throw lexer.error("invalid UTF-8 rune");
            }
        }
    }

    private void escape(int quote) throws ParseException {
        int point = cursor.next();
        switch (point) {
            case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\' -> {
                return;
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                cursor.back(1);
                number(3, 8, MAX_BYTE);
            }
            case 'x' -> number(2, 16, MAX_BYTE);
            case 'u' -> number(4, 16, Character.MAX_CODE_POINT);
            case 'U' -> number(8, 16, Character.MAX_CODE_POINT);
            default -> {
                if (point == Cursor.END) {
                    throw lexer.error("escape sequence not terminated");
                }
                if (point != quote) {
                    throw lexer.error("unknown escape sequence " + GoRune.number(point));
                }
            }
        }
    }

    private void number(int digits, int base, int max) throws ParseException {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int point = cursor.next();
            if (point == Cursor.END) {
                throw lexer.error("escape sequence not terminated");
            }
            int digit = point < 0x80 ? Character.digit(point, base) : -1;
            if (digit < 0) {
                throw lexer.error("illegal character " + GoRune.number(point) + " in escape sequence");
            }
            value = value * base + digit;
        }
        if (value > max || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            throw lexer.error("escape sequence is an invalid Unicode code point");
        }
    }
}
