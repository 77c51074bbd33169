package io.klamm.web;

/** Carries an {@link ApiError} out of the reading of a request. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    Refused(ApiError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
