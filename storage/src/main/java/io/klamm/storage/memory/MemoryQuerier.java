package io.klamm.storage.memory;

import io.klamm.model.series.CodePointOrder;
import io.klamm.model.series.Labels;
import io.klamm.storage.ListSeriesSet;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A view on a {@link MemoryStorage}: each answer is a copy. */
final class MemoryQuerier implements Querier {

    private final MemoryStorage storage;
    private final long from;
    private final long to;

    MemoryQuerier(MemoryStorage storage, long from, long to) {
        this.storage = storage;
        this.from = from;
        this.to = to;
    }

    @Override
    public SeriesSet select(Selection selection) {
        List<Series> found = new ArrayList<>(storage.select(selection.matchers(), from, to));
        found.sort(Comparator.comparing(Series::labels));
        return new ListSeriesSet(found, List.of());
    }

    @Override
    public Names labelNames(List<Matcher> matchers, int limit) {
        return names(
                storage.labels(matchers, from, to).stream()
                        .flatMap(labels -> IntStream.range(0, labels.size()).mapToObj(labels::name)),
                limit);
    }

    @Override
    public Names labelValues(String label, List<Matcher> matchers, int limit) {
        return names(
                storage.labels(matchers, from, to).stream()
                        .map((Labels labels) -> labels.get(label))
                        .filter(value -> !value.isEmpty()),
                limit);
    }

    private static Names names(Stream<String> all, int limit) {
        return Names.limited(all.distinct().sorted(CodePointOrder.INSTANCE).toList(), List.of(), limit);
    }

    @Override
    public void close() {}
}
