package io.klamm.promql.functions;

import io.klamm.promql.row.Row;

/** {@code irate} and {@code idelta}: what the last two samples of a window say. */
final class InstantDelta extends SampleKernel {

    private final boolean rate;

    InstantDelta(boolean rate) {
        this.rate = rate;
    }

    @Override
    double value(int step, int low, int high) {
        if (high - low < 2) {
            return Row.ABSENT;
        }
        double last = values[high - 1];
        double before = values[high - 2];
        double result = rate && last < before ? last : last - before;
        return rate ? result / ((times[high - 1] - times[high - 2]) / 1000.0) : result;
    }
}
