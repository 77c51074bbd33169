package io.klamm.storage;

import java.util.List;

/** Series that are all at hand. */
public final class ListSeriesSet implements SeriesSet {

    private final List<? extends Series> series;
    private final List<String> warnings;
    private int at = -1;

    public ListSeriesSet(List<? extends Series> series, List<String> warnings) {
        this.series = List.copyOf(series);
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public boolean next() {
        if (at < series.size()) {
            at++;
        }
        return at < series.size();
    }

    @Override
    public Series at() {
        return series.get(at);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }
}
