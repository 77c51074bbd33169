package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;

/** {@code sum_over_time}. */
final class SumOverTime extends WindowKernel {

    private final WindowSum sums = new WindowSum();

    @Override
    void prepare(long[] times, double[] values, int size, Windows windows) {
        sums.prepare(values, size, windows);
    }

    @Override
    double value(int step, int low, int high) {
        sums.of(low, high);
        return Double.isInfinite(sums.sum) ? sums.sum : sums.sum + sums.rest;
    }
}
