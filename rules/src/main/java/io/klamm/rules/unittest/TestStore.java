package io.klamm.rules.unittest;

import io.klamm.promql.parser.SeriesDescription;
import io.klamm.promql.parser.SeriesDescription.Kind;
import io.klamm.promql.parser.SeriesDescription.Value;
import io.klamm.promql.value.QueryException;
import io.klamm.storage.Appender;
import io.klamm.storage.Appenders;
import io.klamm.storage.ForwardingQuerier;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.memory.MemoryStorage;
import java.time.Instant;
import java.util.List;

/**
 * The series of one test, of which only those samples are there whose time has come. Where native histograms would be it refuses queries, for an answer without them could be wrong.
 */
final class TestStore implements Queryable, Appenders {

    private final TestCase test;
    private final MemoryStorage store = new MemoryStorage();
    private int loaded;
    private int refused;

    TestStore(TestCase test) {
        this.test = test;
    }

    /** Puts in all values up to a time. */
    void loadUntil(Instant time) {
        long start = test.start().toEpochMilli();
        long step = test.interval().toMillis();
        int longest = test.series().stream()
                .mapToInt(one -> one.values().size())
                .max()
                .orElse(0);
        try (Appender appender = store.appender("test")) {
            for (; loaded < longest && start + loaded * step <= time.toEpochMilli(); loaded++) {
                appender.begin(start + loaded * step);
                append(appender, loaded);
                appender.commit();
            }
        }
    }

    private void append(Appender appender, int index) {
        for (SeriesDescription series : test.series()) {
            List<Value> values = series.values();
            if (index < values.size() && isNumber(values.get(index))) {
                appender.append(
                        appender.series(series.labels()), values.get(index).number());
            }
        }
    }

    private static boolean isNumber(Value value) {
        return value.kind() == Kind.FLOAT || value.kind() == Kind.STALE;
    }

    /** How often a query was refused. */
    int refused() {
        return refused;
    }

    @Override
    public Appender appender(String writer) {
        return store.appender(writer);
    }

    @Override
    public Querier querier(long from, long to) {
        return new Guarded(store.querier(from, to));
    }

    private void refuseHistograms(List<Matcher> matchers) {
        for (SeriesDescription series : test.series()) {
            if (series.hasHistogram() && matchers.stream().allMatch(matcher -> matcher.matches(series.labels()))) {
                refused++;
                throw QueryException.unsupported("a native histogram (" + series.labels() + ")");
            }
        }
    }

    private final class Guarded extends ForwardingQuerier {

        Guarded(Querier querier) {
            super(querier);
        }

        @Override
        public SeriesSet select(Selection selection) {
            refuseHistograms(selection.matchers());
            return super.select(selection);
        }
    }
}
