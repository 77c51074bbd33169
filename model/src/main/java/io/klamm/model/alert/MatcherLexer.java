package io.klamm.model.alert;

/** The words of matchers: names and values bare or in quotes, signs, commas and braces. For one thread. */
final class MatcherLexer {

    /** What a word is. */
    enum Kind {
        OPEN,
        CLOSE,
        COMMA,
        SIGN,
        BARE,
        QUOTED,
        END
    }

    /**
     * A word.
     *
     * @param text without quotes
     * @param column where it begins, from 1
     */
    record Word(Kind kind, String text, int column) {

        boolean isText() {
            return kind == Kind.BARE || kind == Kind.QUOTED;
        }
    }

    private final String text;
    private int at;

    MatcherLexer(String text) {
        this.text = text;
    }

    /** Whether this may only stand in quotes. */
    static boolean reserved(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || "{}!=~,\\\"'`".indexOf(point) >= 0;
    }

    Word next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Word(Kind.END, "the end", at + 1);
        }
        return switch (text.charAt(at)) {
            case '{' -> single(Kind.OPEN);
            case '}' -> single(Kind.CLOSE);
            case ',' -> single(Kind.COMMA);
            case '=', '!' -> sign();
            case '"' -> quoted();
            default -> bare();
        };
    }

    private Word single(Kind kind) {
        at++;
        return new Word(kind, text.substring(at - 1, at), at);
    }

    private Word sign() {
        int start = at++;
        if (at < text.length() && (text.charAt(at) == '~' || (text.charAt(at) == '=' && text.charAt(start) == '!'))) {
            at++;
        }
        String sign = text.substring(start, at);
        if (sign.equals("!")) {
            throw error(start + 1, "!", "one of = != =~ !~");
        }
        return new Word(Kind.SIGN, sign, start + 1);
    }

    private Word quoted() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw error(start + 1, text.substring(start), "a quote at its end");
        }
        at++;
        String inner = text.substring(start + 1, at - 1);
        return new Word(
                Kind.QUOTED,
                GoEscapes.read(inner, () -> error(start + 1, inner, "escapes as in Go, such as \\\\ or \\u00e9")),
                start + 1);
    }

    private Word bare() {
        int start = at;
        while (at < text.length() && !reserved(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == start) {
            throw error(start + 1, text.substring(start, start + 1), "quotes around it");
        }
        return new Word(Kind.BARE, text.substring(start, at), start + 1);
    }

    IllegalArgumentException error(int column, String found, String expected) {
        return new IllegalArgumentException(
                "matchers: " + text + ": column " + column + ": " + found + " (expected: " + expected + ")");
    }
}
