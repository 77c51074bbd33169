package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;

/** {@code avg_over_time}: the sum by the count, or where the sum would leave the range of doubles, a mean that is carried from sample to sample. */
final class AvgOverTime extends WindowKernel {

    private static final double[] NO_VALUES = {};

    private final WindowSum sums = new WindowSum();
    private final RunningMean mean = new RunningMean();
    private double[] values = NO_VALUES;

    @Override
    void prepare(long[] times, double[] newValues, int size, Windows windows) {
        values = newValues;
        sums.prepare(newValues, size, windows);
    }

    @Override
    double value(int step, int low, int high) {
        sums.of(low, high);
        if (Double.isFinite(sums.sum)) {
            double count = high - low;
            return sums.sum / count + sums.rest / count;
        }
        mean.begin(values[low]);
        for (int i = low + 1; i < high; i++) {
            mean.add(values[i]);
        }
        return mean.value();
    }
}
