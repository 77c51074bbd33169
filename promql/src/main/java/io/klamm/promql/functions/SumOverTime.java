package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;

/** {@code sum_over_time}. */
final class SumOverTime extends WindowKernel {

    private final WindowSum sums = new WindowSum();

    @Override
    public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
        return WindowSum.condense(chunk, last, samples, standIns);
    }

    @Override
    void prepare(long[] times, double[] values, int size, Windows windows) {
        sums.prepare(values, size, standIns);
    }

    @Override
    double value(int step, int low, int high) {
        sums.of(low, high);
        return Double.isInfinite(sums.sum) ? sums.sum : sums.sum + sums.rest;
    }
}
