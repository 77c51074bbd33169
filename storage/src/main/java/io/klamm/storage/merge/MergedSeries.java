package io.klamm.storage.merge;

import io.klamm.model.series.Labels;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.Series;
import java.util.List;

/** One series out of several of the same labels; the later in the list wins where two have a sample of the same time. */
final class MergedSeries implements Series {

    private final List<Series> parts;

    MergedSeries(List<Series> parts) {
        this.parts = parts;
    }

    @Override
    public Labels labels() {
        return parts.get(0).labels();
    }

    @Override
    public ChunkCursor chunks() {
        return new MergedCursor(parts.stream().map(Series::chunks).toList());
    }
}
