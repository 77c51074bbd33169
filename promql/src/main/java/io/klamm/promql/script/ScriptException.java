package io.klamm.promql.script;

/** A script is not written as it should be. */
public final class ScriptException extends Exception {

    private static final long serialVersionUID = 1L;

    ScriptException(int line, String message) {
        super("line " + line + ": " + message);
    }
}
