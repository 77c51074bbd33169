package io.klamm.promql.engine;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.ForwardingQuerier;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.memory.MemoryStorage;
import java.util.List;

/** A store of {@code up{instance="0"}} and so on, a sample every 15 s for an hour, that tells somebody of each series before it is handed on. */
final class SmallStore implements Queryable {

    static final long MINUTE = 60_000;
    static final int SAMPLES = 241;

    private final MemoryStorage storage = new MemoryStorage();
    private final Listener listener;

    /** Hears of the series that are read, from the thread that reads. */
    interface Listener {
        void reads(int series);
    }

    SmallStore(int series, Listener listener) {
        this.listener = listener;
        try (Appender appender = storage.appender("test")) {
            for (int i = 0; i < SAMPLES; i++) {
                appender.begin(i * 15_000L);
                for (int one = 0; one < series; one++) {
                    Labels labels = Labels.of(Labels.NAME, "up", "instance", Integer.toString(one));
                    appender.append(appender.series(labels), one + i);
                }
                appender.commit();
            }
        }
    }

    @Override
    public Querier querier(long from, long to) {
        Querier querier = storage.querier(from, to);
        return new ForwardingQuerier(querier) {
            @Override
            public SeriesSet select(Selection selection) {
                return new Told(super.select(selection));
            }
        };
    }

    private final class Told implements SeriesSet {
        private final SeriesSet set;
        private int count;

        Told(SeriesSet set) {
            this.set = set;
        }

        @Override
        public boolean next() {
            listener.reads(count++);
            return set.next();
        }

        @Override
        public Series at() {
            return set.at();
        }

        @Override
        public List<String> warnings() {
            return set.warnings();
        }
    }
}
