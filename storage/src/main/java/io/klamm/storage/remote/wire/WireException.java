package io.klamm.storage.remote.wire;

/** Bytes that are not what the protocol says they are, or more of them than is taken. The message is for whoever sent them. */
public final class WireException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    private WireException(String message, boolean tooLarge) {
        super(message);
        this.tooLarge = tooLarge;
    }

    /** The bytes make no sense. */
    public static WireException malformed(String message) {
        return new WireException(message, false);
    }

    /** The bytes may make sense, but there are too many of something. */
    public static WireException tooLarge(String message) {
        return new WireException(message, true);
    }

    /** Whether there was too much, rather than something wrong. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
