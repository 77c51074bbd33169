package io.klamm.promql.ast;

/**
 * A part of an expression's text.
 *
 * @param start index of its first char, from 0
 * @param end index after its last char
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span: " + start + ".." + end + " (expected: 0 <= start <= end)");
        }
    }

    /** From the beginning of this to the end of the other. */
    public Span to(Span last) {
        return new Span(start, Math.max(start, last.end));
    }

    /** The part of the text that this names. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /**
     * Line and column of the beginning, both from 1, as {@code line:column}. As in Prometheus, columns count the bytes of UTF-8.
     */
    public String lineAndColumn(String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(start, text.length()); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                column = 1;
            } else {
                column += utf8Length(c);
            }
        }
        return line + ":" + column;
    }

    /** A surrogate is half of a code point of four bytes. */
    private static int utf8Length(char c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
