package io.klamm.kafka.operations;

/** Kafka did not do what it was asked to; the message says what, why, and what to do about it. */
public final class OperationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OperationException(String message, Throwable cause) {
        super(message, cause);
    }

    OperationException(String message) {
        super(message);
    }
}
