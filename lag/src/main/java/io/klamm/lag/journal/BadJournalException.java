package io.klamm.lag.journal;

/** A file of the journal does not hold what it should; the rest of that file is passed over. */
final class BadJournalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadJournalException(String message) {
        super(message);
    }

    BadJournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
