package io.klamm.web.prometheus;

import io.klamm.promql.value.ErrorKind;

/** Why a request has no answer, in the API's words, with the status that goes with each. */
enum ErrorType {
    BAD_DATA("bad_data", 400),
    EXECUTION("execution", 422),
    CANCELED("canceled", 499),
    TIMEOUT("timeout", 503),
    INTERNAL("internal", 500),
    UNAVAILABLE("unavailable", 500),
    NOT_FOUND("not_found", 404),
    NOT_ACCEPTABLE("not_acceptable", 406);

    private final String word;
    private final int status;

    ErrorType(String word, int status) {
        this.word = word;
        this.status = status;
    }

    String word() {
        return word;
    }

    int status() {
        return status;
    }

    static ErrorType of(ErrorKind kind) {
        return switch (kind) {
            case BAD_DATA, UNSUPPORTED -> BAD_DATA;
            case EXECUTION -> EXECUTION;
            case TIMEOUT -> TIMEOUT;
            case CANCELED -> CANCELED;
            case INTERNAL -> INTERNAL;
        };
    }
}
