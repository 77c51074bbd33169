package io.klamm.storage.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.ForwardingQuerier;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Outcome;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.Storage;
import io.klamm.storage.StorageException;
import io.klamm.storage.memory.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanoutTest {

    private static final Matcher ANY = new Matcher(MatchType.NOT_EQUAL, "__name__", "");
    private static final Queryable AWAY = (from, to) -> {
        throw new StorageException("connection refused");
    };

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MemoryStorage local = new MemoryStorage();
    private final MemoryStorage remote = new MemoryStorage();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Fanout fanout(Storage primary, Secondary... secondaries) {
        return new Fanout(primary, List.of(secondaries), threads);
    }

    private static void append(Storage store, String name, long time, double value) {
        try (Appender appender = store.appender("test")) {
            appender.begin(time);
            appender.append(appender.series(Labels.of("__name__", name)), value);
            appender.commit();
        }
    }

    private static List<String> read(Queryable store, List<String> warnings) {
        List<String> all = new ArrayList<>();
        try (Querier querier = store.querier(0, 100)) {
            SeriesSet set = querier.select(Selection.of(ANY));
            while (set.next()) {
                SampleBuffer samples = new SampleBuffer();
                set.at().read(samples);
                StringBuilder text = new StringBuilder(set.at().labels().metricName());
                for (int i = 0; i < samples.size(); i++) {
                    text.append(' ').append(samples.time(i)).append('=').append(samples.value(i));
                }
                all.add(text.toString());
            }
            warnings.addAll(set.warnings());
        }
        return all;
    }

    @Test
    void reads_areMerged_andThePrimaryWins() {
        append(local, "a", 3, 30);
        append(local, "b", 3, 31);
        append(remote, "a", 1, 10);
        append(remote, "a", 3, 99);
        append(remote, "c", 1, 11);
        List<String> warnings = new ArrayList<>();
        Fanout both = fanout(local, Secondary.readOnly("remote", remote));
        assertThat(read(both, warnings)).containsExactly("a 1=10.0 3=30.0", "b 3=31.0", "c 1=11.0");
        assertThat(warnings).isEmpty();
        try (Querier querier = both.querier(0, 100)) {
            assertThat(querier.labelValues("__name__", List.of(), 0).names()).containsExactly("a", "b", "c");
            assertThat(querier.labelValues("__name__", List.of(), 2))
                    .isEqualTo(new Names(List.of("a", "b"), List.of(), true));
            assertThat(querier.labelNames(List.of(), 0).names()).containsExactly("__name__");
        }
    }

    @Test
    void secondary_thatIsAway_isAWarning() {
        append(local, "a", 3, 30);
        append(remote, "c", 1, 11);
        List<String> warnings = new ArrayList<>();
        Fanout three = fanout(local, Secondary.readOnly("away", AWAY), Secondary.readOnly("remote", remote));
        assertThat(read(three, warnings)).containsExactly("a 3=30.0", "c 1=11.0");
        assertThat(warnings).containsExactly("away: connection refused");
        try (Querier querier = three.querier(0, 100)) {
            Names names = querier.labelValues("__name__", List.of(), 0);
            assertThat(names.names()).containsExactly("a", "c");
            assertThat(names.warnings()).containsExactly("away: connection refused");
        }
    }

    @Test
    void secondary_thatFailsOnTheWay_isAWarning() {
        append(local, "a", 3, 30);
        append(remote, "b", 1, 10);
        append(remote, "c", 1, 11);
        List<String> warnings = new ArrayList<>();
        assertThat(read(fanout(local, Secondary.readOnly("remote", failingAfter(remote, 1))), warnings))
                .containsExactly("a 3=30.0", "b 1=10.0");
        assertThat(warnings).containsExactly("stream broken");
    }

    @Test
    void primary_thatFails_failsTheWhole() {
        append(local, "a", 3, 30);
        append(local, "b", 3, 30);
        append(remote, "c", 1, 11);
        Fanout away = fanout(new ReadsFrom(local, AWAY), Secondary.readOnly("remote", remote));
        assertThatThrownBy(() -> read(away, new ArrayList<>())).hasMessage("connection refused");
        Fanout broken = fanout(new ReadsFrom(local, failingAfter(local, 1)), Secondary.readOnly("remote", remote));
        assertThatThrownBy(() -> read(broken, new ArrayList<>())).hasMessage("stream broken");
    }

    /** A store of which only so many series can be read. */
    private static Queryable failingAfter(Queryable store, int series) {
        return (from, to) -> {
            Querier inner = store.querier(from, to);
            return new ForwardingQuerier(inner) {
                @Override
                public SeriesSet select(Selection selection) {
                    return new FailingSet(super.select(selection), series);
                }
            };
        };
    }

    private static final class FailingSet implements SeriesSet {
        private final SeriesSet inner;
        private int left;

        FailingSet(SeriesSet inner, int left) {
            this.inner = inner;
            this.left = left;
        }

        @Override
        public boolean next() {
            if (left-- == 0) {
                throw new StorageException("stream broken");
            }
            return inner.next();
        }

        @Override
        public Series at() {
            return inner.at();
        }

        @Override
        public List<String> warnings() {
            return inner.warnings();
        }
    }

    /** A store that is written to in one place and read from in another. */
    private record ReadsFrom(Storage writes, Queryable reads) implements Storage {
        @Override
        public Appender appender(String writer) {
            return writes.appender(writer);
        }

        @Override
        public Querier querier(long from, long to) {
            return reads.querier(from, to);
        }

        @Override
        public void close() {
            writes.close();
        }
    }

    @Test
    void writes_goToTheSecondaryToo_asFarAsThePrimaryKeepsThem() {
        MemoryStorage strict = new MemoryStorage(0);
        Fanout both = fanout(strict, new Secondary("remote", remote, Optional.of(remote)));
        append(both, "a", 5, 1);
        append(both, "a", 4, 2);
        assertThat(read(remote, new ArrayList<>())).containsExactly("a 5=1.0");
        assertThat(both.failedWrites()).isZero();
    }

    @Test
    void writes_thatTheSecondaryRefuses_areCounted() {
        MemoryStorage strict = new MemoryStorage(0);
        append(strict, "a", 9, 1);
        Fanout both = fanout(local, new Secondary("remote", strict, Optional.of(strict)));
        append(both, "a", 5, 1);
        assertThat(read(local, new ArrayList<>())).containsExactly("a 5=1.0");
        assertThat(both.failedWrites()).isEqualTo(1);
    }

    @Test
    void series_ofAnotherAppender_isAMistake() {
        Fanout both = fanout(local, new Secondary("remote", remote, Optional.of(remote)));
        try (Appender appender = both.appender("test")) {
            appender.begin(1);
            assertThatThrownBy(() -> appender.append(() -> Labels.EMPTY, 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(appender.append(appender.series(Labels.of("__name__", "a")), 1))
                    .isEqualTo(Outcome.APPENDED);
            appender.rollback();
        }
        assertThat(read(both, new ArrayList<>())).isEmpty();
    }
}
