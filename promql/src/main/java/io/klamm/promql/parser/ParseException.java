package io.klamm.promql.parser;

/** A text that is not what it should be. The message is the error's {@link ParseError#toString()}. */
public final class ParseException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ParseError error;

    ParseException(ParseError error) {
        super(error.toString());
        this.error = error;
    }

    public ParseError error() {
        return error;
    }
}
