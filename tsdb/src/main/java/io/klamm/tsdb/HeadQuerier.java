package io.klamm.tsdb;

import io.klamm.storage.ListSeriesSet;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.Selection;
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

    /** What of the series is damaged shows when it is read. */
    @Override
    public SeriesSet select(Selection selection) {
        return new ListSeriesSet(queries.select(selection), queries::warnings);
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
}
