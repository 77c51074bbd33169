package io.klamm.web.http;

/** Carries an {@link ApiError} out of the reading of a request. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    public Refused(ApiError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public ApiError error() {
        return error;
    }
}
