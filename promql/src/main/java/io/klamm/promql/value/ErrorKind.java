package io.klamm.promql.value;

/** Why a query has no answer, in the words of Prometheus's HTTP API. */
public enum ErrorKind {
    /** The expression or a parameter is wrong. */
    BAD_DATA("bad_data"),
    /** The expression needs a part of the language that is not there yet. */
    UNSUPPORTED("bad_data"),
    /** The data did not fit the expression, or were too many. */
    EXECUTION("execution"),
    /** It took too long. */
    TIMEOUT("timeout"),
    /** Whoever asked does not want to know any more. */
    CANCELED("canceled"),
    /** The store could not answer. */
    INTERNAL("internal");

    private final String word;

    ErrorKind(String word) {
        this.word = word;
    }

    /** The {@code errorType} of the API. */
    public String word() {
        return word;
    }
}
