package io.klamm.lab;

/** What went wrong in the lab, in words that a user can act on: {@code what: value (expected: ...)}. */
public final class LabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
