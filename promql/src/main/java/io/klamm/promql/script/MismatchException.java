package io.klamm.promql.script;

/** An evaluation did not come to what was expected. */
final class MismatchException extends Exception {

    private static final long serialVersionUID = 1L;

    MismatchException(String message) {
        super(message);
    }
}
