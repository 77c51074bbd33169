package io.klamm.model.series;

/** The value that says "this series ended here": a NaN with bits of its own, which every store keeps as they are. */
public final class StaleMarker {

    /** The marker's bits, as Prometheus writes them on every wire. */
    public static final long BITS = 0x7ff0000000000002L;

    /** The marker as a value; equal to nothing, so ask {@link #is}. */
    public static final double VALUE = Double.longBitsToDouble(BITS);

    /** The bits of an ordinary "not a number". */
    public static final long NAN_BITS = 0x7ff8000000000001L;

    private StaleMarker() {}

    public static boolean is(double value) {
        return Double.doubleToRawLongBits(value) == BITS;
    }
}
