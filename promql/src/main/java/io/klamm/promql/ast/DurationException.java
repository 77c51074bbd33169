package io.klamm.promql.ast;

/** A length of time that has no value in this query: a division by zero, say, or a range that is not positive. */
public final class DurationException extends Exception {

    private static final long serialVersionUID = 1L;

    DurationException(Span position, String message) {
        super(position.start() + ":" + position.end() + ": " + message);
    }
}
