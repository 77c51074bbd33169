package io.klamm.template.value;

/** A function was called with too few or too many arguments, or with one of a wrong type. */
public final class WrongArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongArgument(String message) {
        super(message);
    }
}
