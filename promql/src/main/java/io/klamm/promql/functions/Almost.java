package io.klamm.promql.functions;

import io.klamm.model.series.StaleMarker;

/** Equality of numbers that were computed in different ways. */
public final class Almost {

    private static final double SMALLEST_NORMAL = 0x1p-1022;

    private Almost() {}

    /**
     * Whether two numbers differ by less than a share of their sum. Near zero, the smallest normal number stands for that sum; what is not a number equals what is
     * not a number, but a stale marker only a stale marker.
     */
    public static boolean equal(double a, double b, double share) {
        if (StaleMarker.is(a) || StaleMarker.is(b)) {
            return StaleMarker.is(a) && StaleMarker.is(b);
        }
        if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
            return true;
        }
        double sum = Math.abs(a) + Math.abs(b);
        double difference = Math.abs(a - b);
        if (a == 0 || b == 0 || sum < SMALLEST_NORMAL) {
            return difference < share * SMALLEST_NORMAL;
        }
        return difference / Math.min(sum, Double.MAX_VALUE) < share;
    }
}
