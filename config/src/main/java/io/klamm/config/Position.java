package io.klamm.config;

/** A place in a file; line and column count from 1, columns in code points. */
record Position(int line, int column) {

    static final Position START = new Position(1, 1);

    /** No place in particular: the problem is the file. */
    static final Position WHOLE_FILE = new Position(0, 0);
}
