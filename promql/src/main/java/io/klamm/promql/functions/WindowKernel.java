package io.klamm.promql.functions;

import io.klamm.promql.row.Row;
import io.klamm.promql.row.Windows;
import io.klamm.storage.SampleBuffer;

/** A function that looks at each window by itself: two pointers move over the samples, never back. */
abstract class WindowKernel implements RangeKernel {

    /** What of the samples of the series was condensed. */
    final StandIns standIns = new StandIns();

    @Override
    public final void evaluate(SampleBuffer samples, Windows windows, Row out) {
        slide(samples, windows, out);
        standIns.clear();
    }

    private void slide(SampleBuffer samples, Windows windows, Row out) {
        int size = samples.size();
        if (size == 0) {
            out.span(0, 0);
            return;
        }
        long[] times = samples.times();
        int from = windows.firstEndingFrom(times[0]);
        int to = windows.firstBeginningFrom(times[size - 1]);
        out.span(from, to);
        prepare(times, samples.values(), size, windows);
        double[] values = out.values();
        long range = windows.range();
        int low = 0;
        int high = 0;
        for (int step = from; step < to; step++) {
            long end = windows.end(step);
            while (high < size && times[high] <= end) {
                high++;
            }
            while (low < high && times[low] <= end - range) {
                low++;
            }
            values[step] = low == high ? Row.ABSENT : value(step, low, high);
        }
    }

    /** Takes the samples of a series, before any of its windows. */
    abstract void prepare(long[] times, double[] values, int size, Windows windows);

    /** The value of the window that holds the samples from {@code low} to before {@code high}, at least one; or {@link Row#ABSENT}. */
    abstract double value(int step, int low, int high);
}
