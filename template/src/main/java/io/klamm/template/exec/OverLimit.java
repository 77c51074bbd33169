package io.klamm.template.exec;

/** A rendering costs more than it may. */
final class OverLimit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverLimit(String message) {
        super(message);
    }
}
