package io.klamm.promql.operator;

import io.klamm.model.series.StaleMarker;
import io.klamm.promql.row.Windows;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import java.util.List;

/** The samples of a range, of every series that a selector finds. */
public final class MatrixSource implements SampleSource {

    private final SelectedSeries series;

    public MatrixSource(Evaluation evaluation, Selection selection, Windows windows) {
        this.series = new SelectedSeries(evaluation, selection, windows);
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
    public void next(SampleBuffer samples) {
        series.next(samples);
        removeStaleMarkers(samples);
    }

    private static void removeStaleMarkers(SampleBuffer samples) {
        long[] times = samples.times();
        double[] values = samples.values();
        int size = samples.size();
        int kept = 0;
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
