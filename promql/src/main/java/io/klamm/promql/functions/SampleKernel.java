package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;

/** A window function that needs the samples and nothing prepared. */
abstract class SampleKernel extends WindowKernel {

    private static final long[] NO_TIMES = {};
    private static final double[] NO_VALUES = {};

    long[] times = NO_TIMES;
    double[] values = NO_VALUES;

    @Override
    void prepare(long[] newTimes, double[] newValues, int size, Windows windows) {
        times = newTimes;
        values = newValues;
    }
}
