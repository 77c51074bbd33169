package io.klamm.model.burrow;

/** Burrow's verdicts, by whose names its API answers, ordered as it orders them. */
public enum BurrowStatus {
    /** There is no such group, or it has not committed for too long. */
    NOTFOUND(0),
    OK(1),
    /** It reads, but its lag does not fall. */
    WARN(2),
    /** A group of which a partition has stopped, stalled or gone back. */
    ERR(3),
    /** It commits no more. */
    STOP(4),
    /** It commits, but always the same offset. */
    STALL(5),
    /** It went back, and has not come as far again. */
    REWIND(6);

    private final int code;

    BurrowStatus(int code) {
        this.code = code;
    }

    /** The number by which Burrow's metrics name it: 0 to 6. */
    public int code() {
        return code;
    }
}
