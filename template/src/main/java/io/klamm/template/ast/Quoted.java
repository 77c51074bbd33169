package io.klamm.template.ast;

/** A name in quotes, for error messages. */
final class Quoted {

    private Quoted() {}

    static String of(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
