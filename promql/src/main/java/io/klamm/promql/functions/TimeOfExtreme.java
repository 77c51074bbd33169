package io.klamm.promql.functions;

/** {@code ts_of_max_over_time} and {@code ts_of_min_over_time}: when the extreme was reached last, in seconds. */
final class TimeOfExtreme extends SampleKernel {

    private final boolean max;

    TimeOfExtreme(boolean max) {
        this.max = max;
    }

    @Override
    double value(int step, int low, int high) {
        int best = low;
        for (int i = low; i < high; i++) {
            double extreme = values[best];
            if (Double.isNaN(extreme) || (max ? values[i] >= extreme : values[i] <= extreme)) {
                best = i;
            }
        }
        return times[best] / 1000.0;
    }
}
