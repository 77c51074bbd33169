package io.klamm.promql.value;

/** A query has no answer; the message is for whoever wrote it, and Prometheus's where Prometheus has one. */
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;

    public QueryException(ErrorKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public QueryException(ErrorKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** The data do not fit the expression. */
    public static QueryException execution(String message) {
        return new QueryException(ErrorKind.EXECUTION, message);
    }

    /** A part of the language that is not there yet. */
    public static QueryException unsupported(String what) {
        return new QueryException(ErrorKind.UNSUPPORTED, what + " is not supported yet");
    }

    public ErrorKind kind() {
        return kind;
    }
}
