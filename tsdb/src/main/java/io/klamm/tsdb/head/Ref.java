package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import io.klamm.storage.SeriesRef;
import org.jspecify.annotations.Nullable;

/** A series as one appender knows it. Belongs to the appender's thread, but for the commit, which sets {@link #series}. */
final class Ref implements SeriesRef {

    final HeadAppender owner;
    private Labels labels;

    /** Null before the first sample. */
    @Nullable
    HeadSeries series;

    /** The batch in which it last got a sample, and where the newest of these stands. */
    int batch = -1;

    int newest;

    Ref(HeadAppender owner, Labels labels) {
        this.owner = owner;
        this.labels = labels;
    }

    @Override
    public Labels labels() {
        return labels;
    }

    /** Takes the series, and its labels in place of others that are equal, so that these need no memory. */
    void resolve(HeadSeries found) {
        series = found;
        labels = found.labels;
    }

    /** Whether there is a series that can still take samples. */
    boolean isLive() {
        HeadSeries known = series;
        return known != null && !known.evicted;
    }
}
