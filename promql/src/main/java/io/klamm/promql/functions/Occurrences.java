package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;

/** {@code changes} and {@code resets}: how often a sample differs from, or falls below, the one before it in the window. */
final class Occurrences extends WindowKernel {

    private final boolean falls;
    private int[] before = new int[16];

    Occurrences(boolean falls) {
        this.falls = falls;
    }

    /** Within a chunk that never falls, nothing is to be counted; how often it changes its summary does not say. */
    @Override
    public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
        if (!falls || chunk.resets() > 0) {
            return false;
        }
        samples.add(first, chunk.first());
        if (last > first) {
            samples.add(last, chunk.last());
        }
        return true;
    }

    @Override
    void prepare(long[] times, double[] values, int size, Windows windows) {
        if (before.length < size) {
            before = new int[size + size / 2];
        }
        before[0] = 0;
        for (int i = 1; i < size; i++) {
            before[i] = before[i - 1] + (occurs(values[i - 1], values[i]) ? 1 : 0);
        }
    }

    private boolean occurs(double previous, double value) {
        if (falls) {
            return value < previous;
        }
        return value != previous && !(Double.isNaN(value) && Double.isNaN(previous));
    }

    @Override
    double value(int step, int low, int high) {
        return before[high - 1] - before[low];
    }
}
