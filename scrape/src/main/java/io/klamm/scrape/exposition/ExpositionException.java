package io.klamm.scrape.exposition;

/** A page of metrics that is not written as its format says; the message begins with the line. */
public final class ExpositionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    /**
     * A mistake on a page.
     *
     * @param line counted from 1
     * @param reason {@code what: found (expected: ...)}
     */
    public ExpositionException(int line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
        this.reason = reason;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** What is wrong, without the line. */
    public String reason() {
        return reason;
    }
}
