package io.klamm.tsdb;

import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.tsdb.head.HeadQueries;
import java.util.List;

/** The head's part of a view on the store. */
final class HeadQuerier implements Querier {

    private final HeadQueries queries;
    private final Runnable whenClosed;
    private boolean closed;

    HeadQuerier(HeadQueries queries, Runnable whenClosed) {
        this.queries = queries;
        this.whenClosed = whenClosed;
    }

    @Override
    public SeriesSet select(Selection selection) {
        return new Found(queries.select(selection));
    }

    @Override
    public Names labelNames(List<Matcher> matchers, int limit) {
        return Names.limited(queries.labelNames(matchers), List.of(), limit);
    }

    @Override
    public Names labelValues(String label, List<Matcher> matchers, int limit) {
        return Names.limited(queries.labelValues(label, matchers, limit == 0 ? 0 : limit + 1), List.of(), limit);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            whenClosed.run();
        }
    }

    /** Series that are all at hand; what of them is damaged shows when it is read. */
    private final class Found implements SeriesSet {
        private final List<Series> series;
        private int at = -1;

        Found(List<Series> series) {
            this.series = series;
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
            return List.copyOf(queries.warnings());
        }
    }
}
