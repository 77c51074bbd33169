package io.klamm.config;

import java.util.Comparator;

/** A place in a file; line and column count from 1, columns in code points. */
record Position(int line, int column) {

    static final Position START = new Position(1, 1);

    /** No place in particular: the problem is the file. */
    static final Position WHOLE_FILE = new Position(0, 0);

    /** From the start of a file to its end. */
    static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    /** The place of a text's character; {@code index} counts as {@link String#charAt} does. */
    static Position of(String text, int index) {
        String before = text.substring(0, index);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        return new Position(line, 1 + before.codePointCount(lineStart, before.length()));
    }
}
