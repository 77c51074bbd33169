package io.klamm.storage.remote.read;

import io.klamm.model.series.CodePointOrder;
import io.klamm.model.series.Labels;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ListSeriesSet;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.SelectHints;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A span of time of a remote store; each selection is a request. */
final class RemoteQuerier implements Querier {

    private final RemoteReadConfig config;
    private final ReadExchange exchange;
    private final long from;
    private final long to;

    RemoteQuerier(RemoteReadConfig config, ReadExchange exchange, long from, long to) {
        this.config = config;
        this.exchange = exchange;
        this.from = from;
        this.to = to;
    }

    @Override
    public SeriesSet select(Selection selection) {
        List<Series> series = select(selection.matchers(), selection.hints());
        if (selection.sorted()) {
            series.sort(Comparator.comparing(Series::labels));
        }
        return new ListSeriesSet(series, List.of());
    }

    private List<Series> select(List<Matcher> matchers, SelectHints hints) {
        if (from > to || !matchers.containsAll(config.requiredMatchers())) {
            return new ArrayList<>();
        }
        List<Matcher> asked = new ArrayList<>(matchers);
        List<String> added = new ArrayList<>();
        if (config.filterExternalLabels()) {
            addExternalLabels(asked, added);
        }
        List<Series> answer = exchange.ask(new ReadQuery(from, to, asked, hints), hints.samples());
        return added.isEmpty() ? answer : without(answer, added);
    }

    private void addExternalLabels(List<Matcher> asked, List<String> added) {
        Labels external = config.externalLabels();
        for (int i = 0; i < external.size(); i++) {
            String name = external.name(i);
            if (asked.stream().noneMatch(matcher -> matcher.name().equals(name))) {
                asked.add(Matcher.equal(name, external.value(i)));
                added.add(name);
            }
        }
    }

    private static List<Series> without(List<Series> series, List<String> names) {
        List<Series> stripped = new ArrayList<>(series.size());
        for (Series one : series) {
            Labels labels = one.labels().without(names);
            stripped.add(new Stripped(labels, one));
        }
        return stripped;
    }

    /** A series under fewer labels. */
    private record Stripped(Labels labels, Series inner) implements Series {
        @Override
        public ChunkCursor chunks() {
            return inner.chunks();
        }
    }

    /** Remote read has no question for names: they are gathered from the labels of the series. */
    @Override
    public Names labelNames(List<Matcher> matchers, int limit) {
        return names(
                matchers, limit, labels -> IntStream.range(0, labels.size()).mapToObj(labels::name));
    }

    @Override
    public Names labelValues(String label, List<Matcher> matchers, int limit) {
        return names(matchers, limit, labels -> labels.has(label) ? Stream.of(labels.get(label)) : Stream.empty());
    }

    private Names names(List<Matcher> matchers, int limit, Function<Labels, Stream<String>> of) {
        List<Matcher> conditions =
                matchers.isEmpty() ? List.of(new Matcher(MatchType.NOT_EQUAL, Labels.NAME, "")) : matchers;
        TreeSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
        for (Series series : select(conditions, SelectHints.labelsOnly(0))) {
            of.apply(series.labels()).forEach(names::add);
        }
        return Names.limited(List.copyOf(names), List.of(), limit);
    }

    @Override
    public void close() {}
}
