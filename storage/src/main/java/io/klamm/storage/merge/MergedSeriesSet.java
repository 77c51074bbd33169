package io.klamm.storage.merge;

import io.klamm.model.series.Labels;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.StorageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets of series, each in the order of labels, as one such set in which no labels come twice. Where two sets have a sample of the same time in a series, the later set in the list wins. A set that fails on the way
 * is a warning, unless it is the only one.
 */
public final class MergedSeriesSet implements SeriesSet {

    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::labels).thenComparingInt(source -> source.rank);

    private final List<? extends SeriesSet> sets;
    private final Set<String> failures;
    private final PriorityQueue<Source> waiting = new PriorityQueue<>(ORDER);
    private final List<Source> used = new ArrayList<>();
    private @Nullable Series current;
    private boolean begun;

    public MergedSeriesSet(List<? extends SeriesSet> sets) {
        this(sets, List.of());
    }

    MergedSeriesSet(List<? extends SeriesSet> sets, List<String> failures) {
        this.sets = List.copyOf(sets);
        this.failures = new LinkedHashSet<>(failures);
    }

    /** A set, and the series that it stands at. */
    private static final class Source {
        private final SeriesSet set;
        private final int rank;
        private Series series;

        Source(SeriesSet set, int rank) {
            this.set = set;
            this.rank = rank;
            this.series = set.at();
        }

        Labels labels() {
            return series.labels();
        }
    }

    @Override
    public boolean next() {
        if (begun) {
            used.forEach(this::advance);
        } else {
            begun = true;
            for (int i = 0; i < sets.size(); i++) {
                begin(sets.get(i), i);
            }
        }
        used.clear();
        Source first = waiting.poll();
        if (first == null) {
            current = null;
            return false;
        }
        used.add(first);
        while (!waiting.isEmpty() && waiting.element().labels().equals(first.labels())) {
            used.add(waiting.remove());
        }
        current = used.size() == 1
                ? first.series
                : new MergedSeries(used.stream().map(source -> source.series).toList());
        return true;
    }

    private void begin(SeriesSet set, int rank) {
        if (steps(set)) {
            waiting.add(new Source(set, rank));
        }
    }

    private void advance(Source source) {
        if (steps(source.set)) {
            source.series = source.set.at();
            waiting.add(source);
        }
    }

    private boolean steps(SeriesSet set) {
        try {
            return set.next();
        } catch (StorageException e) {
            if (sets.size() == 1) {
                throw e;
            }
            failures.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    @Override
    public Series at() {
        Series series = current;
        if (series == null) {
            throw new NoSuchElementException("series: none (expected: next has said true)");
        }
        return series;
    }

    @Override
    public List<String> warnings() {
        Set<String> all = new LinkedHashSet<>(failures);
        sets.forEach(set -> all.addAll(set.warnings()));
        return List.copyOf(all);
    }
}
