package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;

/** {@code avg_over_time}: the sum by the count, or where the sum would leave the range of doubles, a mean that is carried from sample to sample. */
final class AvgOverTime extends WindowKernel {

    private static final double[] NO_VALUES = {};

    private final WindowSum sums = new WindowSum();
    private final RunningMean mean = new RunningMean();
    private double[] values = NO_VALUES;

    @Override
    public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
        return WindowSum.condense(chunk, last, samples, standIns);
    }

    @Override
    void prepare(long[] times, double[] newValues, int size, Windows windows) {
        values = newValues;
        sums.prepare(newValues, size, standIns);
    }

    @Override
    double value(int step, int low, int high) {
        sums.of(low, high);
        if (Double.isFinite(sums.sum)) {
            double count = high - low + standIns.more(low, high);
            return sums.sum / count + sums.rest / count;
        }
        mean.begin(values[low]);
        for (int i = low + 1; i < high; i++) {
            mean.add(values[i]);
        }
        return mean.value();
    }
}
