package io.klamm.promql.operator;

import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import java.util.List;

/** The series that a selector finds, read one after the other, as far as windows look at them. */
final class SelectedSeries {

    private final Evaluation evaluation;
    private final Selection selection;
    private final Windows windows;
    private List<Series> series = List.of();
    private int at;
    private int held;

    SelectedSeries(Evaluation evaluation, Selection selection, Windows windows) {
        this.evaluation = evaluation;
        this.selection = selection;
        this.windows = windows;
    }

    List<Head> heads() {
        series = evaluation.select(windows.earliest(), windows.latest(), selection);
        return series.stream().map(one -> Head.of(one.labels())).toList();
    }

    /** Puts what is wanted of a chunk behind what a buffer holds. */
    interface Taker {
        void take(ChunkCursor chunk, SampleBuffer into);
    }

    /** Reads the next series in place of what the buffer holds; chunks that no window touches are left out. */
    void next(SampleBuffer samples, Taker taker) {
        samples.clear();
        ChunkCursor chunks = series.get(at++).chunks();
        while (chunks.next()) {
            if (windows.touch(chunks.firstTime(), chunks.lastTime())) {
                taker.take(chunks, samples);
                hold(samples.size());
            }
        }
        evaluation.budget().read(samples.size());
    }

    /** The buffer keeps its room from one series to the next, so the longest series counts. */
    private void hold(int size) {
        if (size > held) {
            evaluation.budget().hold(size - held);
            held = size;
        }
    }

    void skip() {
        at++;
    }
}
