package io.klamm.promql.functions;

import io.klamm.promql.row.Row;
import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;

/**
 * {@code max_over_time} and {@code min_over_time}. Only a sample that nothing later in its window beats can become the answer, so these alone are kept, best first; not
 * a number counts only where there is nothing else.
 */
final class ExtremeOverTime implements RangeKernel {

    private final boolean max;
    private int[] candidates = new int[16];

    ExtremeOverTime(boolean max) {
        this.max = max;
    }

    @Override
    public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
        samples.add(last, max ? chunk.max() : chunk.min());
        return true;
    }

    @Override
    public void evaluate(SampleBuffer samples, Windows windows, Row out) {
        int size = samples.size();
        if (size == 0) {
            out.span(0, 0);
            return;
        }
        if (candidates.length < size) {
            candidates = new int[size + size / 2];
        }
        long[] times = samples.times();
        double[] values = samples.values();
        int from = windows.firstEndingFrom(times[0]);
        int to = windows.firstBeginningFrom(times[size - 1]);
        out.span(from, to);
        int low = 0;
        int high = 0;
        int first = 0;
        int last = 0;
        for (int step = from; step < to; step++) {
            long end = windows.end(step);
            for (; high < size && times[high] <= end; high++) {
                double value = values[high];
                if (!Double.isNaN(value)) {
                    while (last > first && beats(value, values[candidates[last - 1]])) {
                        last--;
                    }
                    candidates[last++] = high;
                }
            }
            while (low < high && times[low] <= end - windows.range()) {
                low++;
            }
            while (first < last && candidates[first] < low) {
                first++;
            }
            out.values()[step] = low == high ? Row.ABSENT : values[first < last ? candidates[first] : high - 1];
        }
    }

    private boolean beats(double value, double other) {
        return max ? value > other : value < other;
    }
}
