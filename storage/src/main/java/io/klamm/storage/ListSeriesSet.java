package io.klamm.storage;

import java.util.List;
import java.util.function.Supplier;

/** Series that are all at hand. */
public final class ListSeriesSet implements SeriesSet {

    private final List<? extends Series> series;
    private final Supplier<List<String>> warnings;
    private int at = -1;

    /** With warnings that are known by now. */
    public ListSeriesSet(List<? extends Series> series, List<String> warnings) {
        this(series, always(List.copyOf(warnings)));
    }

    /** With warnings that may still come while the series are read. */
    public ListSeriesSet(List<? extends Series> series, Supplier<List<String>> warnings) {
        this.series = List.copyOf(series);
        this.warnings = warnings;
    }

    private static Supplier<List<String>> always(List<String> warnings) {
        return () -> warnings;
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
        return List.copyOf(warnings.get());
    }
}
