package io.klamm.scrape.push;

/** A request that cannot be done, with the status and the text of its answer. Does not leave this package. */
final class PushRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    PushRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    static PushRefusedException bad(String message) {
        return new PushRefusedException(400, message);
    }

    PushAnswer answer() {
        return new PushAnswer(status, String.valueOf(getMessage()));
    }
}
