package io.klamm.promql.operator;

import io.klamm.promql.row.Row;
import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import java.util.List;

/** The newest sample of each series at each step, not older than the lookback and not beyond a stale marker. */
public final class InstantSelector implements VectorOperator {

    private final SelectedSeries series;
    private final Windows windows;
    private final boolean timesWanted;
    private final SampleBuffer samples = new SampleBuffer();

    /**
     * A selector.
     *
     * @param windows as long as the lookback
     * @param timesWanted whether the values are the samples' times, in seconds, rather than their values
     */
    public InstantSelector(Evaluation evaluation, Selection selection, Windows windows, boolean timesWanted) {
        this.series = new SelectedSeries(evaluation, selection, windows);
        this.windows = windows;
        this.timesWanted = timesWanted;
    }

    @Override
    public List<Head> heads() {
        return series.heads();
    }

    @Override
    public void skip() {
        series.skip();
    }

    @Override
    public void next(Row row) {
        series.next(samples, ChunkCursor::read);
        int size = samples.size();
        if (size == 0) {
            row.span(0, 0);
            return;
        }
        long[] times = samples.times();
        double[] values = samples.values();
        int from = windows.firstEndingFrom(times[0]);
        int to = windows.firstBeginningFrom(times[size - 1]);
        row.span(from, to);
        double[] out = row.values();
        int next = 0;
        for (int step = from; step < to; step++) {
            long end = windows.end(step);
            while (next < size && times[next] <= end) {
                next++;
            }
            out[step] = times[next - 1] > end - windows.range() ? values[next - 1] : Row.ABSENT;
        }
        if (timesWanted) {
            replaceByTimes(row);
        }
    }

    /** What is a stale marker stays one, and so absent. */
    private void replaceByTimes(Row row) {
        double[] out = row.values();
        int next = 0;
        for (int step = row.from(); step < row.to(); step++) {
            while (next < samples.size() && samples.time(next) <= windows.end(step)) {
                next++;
            }
            if (!Row.absent(out[step])) {
                out[step] = samples.time(next - 1) / 1000.0;
            }
        }
    }
}
