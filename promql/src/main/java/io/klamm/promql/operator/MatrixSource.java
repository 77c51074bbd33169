package io.klamm.promql.operator;

import io.klamm.model.series.StaleMarker;
import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import java.util.List;

/** The samples of a range, of every series that a selector finds. */
public final class MatrixSource implements SampleSource {

    private final SelectedSeries series;
    private final Windows windows;

    public MatrixSource(Evaluation evaluation, Selection selection, Windows windows) {
        this.series = new SelectedSeries(evaluation, selection, windows);
        this.windows = windows;
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
    public void next(SampleBuffer samples, Condenser condenser) {
        series.next(samples, (chunk, into) -> {
            if (!condensed(chunk, into, condenser)) {
                int begin = into.size();
                chunk.read(into);
                removeStaleMarkers(into, begin);
            }
        });
    }

    private boolean condensed(ChunkCursor chunk, SampleBuffer into, Condenser condenser) {
        long first = chunk.firstTime();
        long last = chunk.lastTime();
        if (windows.cut(first, last)) {
            return false;
        }
        ChunkSummary summary = chunk.summary();
        return summary != null && condenser.condense(summary, first, last, into);
    }

    private static void removeStaleMarkers(SampleBuffer samples, int begin) {
        long[] times = samples.times();
        double[] values = samples.values();
        int size = samples.size();
        int kept = begin;
        while (kept < size && !StaleMarker.is(values[kept])) {
            kept++;
        }
        for (int i = kept + 1; i < size; i++) {
            if (!StaleMarker.is(values[i])) {
                times[kept] = times[i];
                values[kept++] = values[i];
            }
        }
        samples.truncate(Math.min(kept, size));
    }
}
