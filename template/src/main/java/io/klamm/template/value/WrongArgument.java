package io.klamm.template.value;

/** A function was called with too few or too many arguments, or with one of a wrong type. */
public final class WrongArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final String expected;

    /** The number of arguments is wrong. */
    public WrongArgument(String message) {
        this(message, -1, "");
    }

    /** The type of one argument is wrong. */
    WrongArgument(String message, int index, String expected) {
        super(message);
        this.index = index;
        this.expected = expected;
    }

    /** Which argument, from 0; -1 where it is their number. */
    public int index() {
        return index;
    }

    /** The type that it should have. */
    public String expected() {
        return expected;
    }
}
