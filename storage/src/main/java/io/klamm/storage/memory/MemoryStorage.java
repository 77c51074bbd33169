package io.klamm.storage.memory;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that keeps everything in memory and nothing beyond. Safe from any thread. */
public final class MemoryStorage implements Storage {

    private final Map<Labels, MemorySeries> series = new HashMap<>();
    private final long lateWindow;

    /** A store that takes late samples of any age. */
    public MemoryStorage() {
        this(Long.MAX_VALUE);
    }

    /**
     * A store that takes late samples only of some age.
     *
     * @param lateWindow how many milliseconds a sample may be older than its series' newest; 0 for none
     */
    public MemoryStorage(long lateWindow) {
        this.lateWindow = lateWindow;
    }

    @Override
    public Appender appender(String writer) {
        return new MemoryAppender(this);
    }

    @Override
    public Querier querier(long from, long to) {
        return new MemoryQuerier(this, from, to);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        series.clear();
    }

    @Override
    public void close() {}

    long lateWindow() {
        return lateWindow;
    }

    /** Runs with the store to itself. */
    synchronized <T> T alone(Supplier<T> action) {
        return action.get();
    }

    synchronized @Nullable MemorySeries find(Labels labels) {
        return series.get(labels);
    }

    /** Within {@link #alone}. */
    synchronized void add(Labels labels, long time, double value) {
        series.computeIfAbsent(labels, MemorySeries::new).add(time, value);
    }

    /** Copies of the samples of every series that matches and has some in the span. */
    synchronized List<MemorySpan> select(List<Matcher> matchers, long from, long to) {
        return series.values().stream()
                .filter(one -> matchers.stream().allMatch(matcher -> matcher.matches(one.labels())))
                .map(one -> one.span(from, to))
                .filter(span -> !span.isEmpty())
                .toList();
    }

    /** The labels of every series that matches and has samples in the span. */
    synchronized List<Labels> labels(List<Matcher> matchers, long from, long to) {
        return series.values().stream()
                .filter(one -> one.within(from, to))
                .map(MemorySeries::labels)
                .filter(labels -> matchers.stream().allMatch(matcher -> matcher.matches(labels)))
                .toList();
    }
}
