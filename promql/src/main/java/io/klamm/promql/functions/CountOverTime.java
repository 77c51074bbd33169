package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;

/** {@code count_over_time}. */
final class CountOverTime extends WindowKernel {

    @Override
    public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
        standIns.add(samples.size(), chunk.count() - 1, 0);
        samples.add(last, chunk.last());
        return true;
    }

    @Override
    void prepare(long[] times, double[] values, int size, Windows windows) {}

    @Override
    double value(int step, int low, int high) {
        return high - low + standIns.more(low, high);
    }
}
