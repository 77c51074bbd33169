package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;

/** {@code changes} and {@code resets}: how often a sample differs from, or falls below, the one before it in the window. */
final class Occurrences extends WindowKernel {

    private final boolean falls;
    private int[] before = new int[16];

    Occurrences(boolean falls) {
        this.falls = falls;
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
