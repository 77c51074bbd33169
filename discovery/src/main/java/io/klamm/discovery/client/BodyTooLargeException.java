package io.klamm.discovery.client;

import java.io.IOException;

/** An answer's body is larger than it may be. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Prometheus's words. */
    public static final String MESSAGE = "body size limit exceeded";

    BodyTooLargeException() {
        super(MESSAGE);
    }
}
