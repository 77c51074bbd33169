package io.klamm.template.parser;

/** The blank characters of the language. */
final class Blank {

    private Blank() {}

    static boolean is(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
