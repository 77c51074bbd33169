package io.klamm.web;

import io.klamm.model.series.Labels;
import io.klamm.storage.ForwardingQuerier;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.web.prometheus.ApiFixture;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store whose one series comes again and again, so that only who is stopped ever ends. */
final class EndlessStore implements Queryable {

    private final MemoryStorage one = new MemoryStorage();
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    EndlessStore() {
        try (var appender = one.appender("test")) {
            appender.begin(ApiFixture.NOW.toEpochMilli());
            appender.append(appender.series(Labels.of(Labels.NAME, "up")), 1);
            appender.commit();
        }
    }

    /** Done when somebody has begun to read. */
    CompletableFuture<Boolean> begun() {
        return begun;
    }

    /** Done when who reads has ended. */
    CompletableFuture<Boolean> closed() {
        return closed;
    }

    @Override
    public Querier querier(long from, long to) {
        Querier querier = one.querier(from, to);
        return new ForwardingQuerier(querier) {
            @Override
            public SeriesSet select(Selection selection) {
                SeriesSet set = super.select(selection);
                set.next();
                return new Endless(set.at());
            }

            @Override
            public void close() {
                super.close();
                closed.complete(true);
            }
        };
    }

    private final class Endless implements SeriesSet {

        private final Series series;
        private int seen;

        Endless(Series series) {
            this.series = series;
        }

        @Override
        public boolean next() {
            if (++seen == 1_000) {
                begun.complete(true);
            }
            return true;
        }

        @Override
        public Series at() {
            return series;
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }
    }
}
