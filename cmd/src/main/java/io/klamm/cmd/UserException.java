package io.klamm.cmd;

/** Something that the person at the terminal can mend; its message is all that is shown of it. */
final class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Exit code for everything that went wrong. */
    static final int FAILED = 1;

    /** Exit code for a wrong configuration or a wrong command line. */
    static final int USAGE = 2;

    private final int exitCode;

    UserException(String message) {
        this(message, FAILED);
    }

    UserException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
