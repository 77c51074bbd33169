package io.klamm.tsdb.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.ListSeriesSet;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.Storage;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.wal.SyncPolicy;
import io.klamm.tsdb.wal.WalSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A head alone as a store. */
final class TestHead implements Storage {

    static final Path DIRECTORY = Path.of("/data");
    static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

    private final Disk disk;
    private final HeadSettings settings;
    private final Clock clock;
    Head head;

    TestHead(Disk disk, Clock clock) throws IOException {
        this(disk, settings(Limits.DEFAULT, SyncPolicy.INTERVAL), clock);
    }

    TestHead(Disk disk, HeadSettings settings, Clock clock) throws IOException {
        this.disk = disk;
        this.settings = settings;
        this.clock = clock;
        this.head = Head.open(disk, settings, clock);
    }

    static HeadSettings settings(Limits limits, SyncPolicy sync) {
        return new HeadSettings(
                DIRECTORY.resolve("head"),
                new WalSettings(DIRECTORY.resolve("wal"), 1 << 20, sync, 1 << 20, 1 << 20),
                Duration.ofHours(2),
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                120,
                Duration.ofMinutes(30),
                1 << 20,
                limits);
    }

    static ManualClock clock() {
        return new ManualClock(NOW);
    }

    /** Opens the same files again, as if the process had been killed. */
    void reopen() throws IOException {
        head = Head.open(disk, settings, clock);
        assertThat(head.report().problems()).isEmpty();
        assertThat(head.report().lost()).isZero();
    }

    @Override
    public Appender appender(String writer) {
        return head.appender(writer);
    }

    @Override
    public Querier querier(long from, long to) {
        HeadQueries queries = head.queries(from, to);
        return new Querier() {
            @Override
            public SeriesSet select(Selection selection) {
                return new ListSeriesSet(queries.select(selection), queries.warnings());
            }

            @Override
            public Names labelNames(List<Matcher> matchers, int limit) {
                return Names.limited(queries.labelNames(matchers), List.of(), limit);
            }

            @Override
            public Names labelValues(String label, List<Matcher> matchers, int limit) {
                return Names.limited(queries.labelValues(label, matchers, 0), List.of(), limit);
            }

            @Override
            public void close() {}
        };
    }

    /** All samples of a span, as bits. */
    Map<Labels, Map<Long, Long>> read(long from, long to) {
        return read(head, from, to);
    }

    static Map<Labels, Map<Long, Long>> read(Head head, long from, long to) {
        HeadQueries queries = head.queries(from, to);
        Map<Labels, Map<Long, Long>> found = new TreeMap<>();
        for (Series series : queries.select(Selection.of(new Matcher(MatchType.REGEX, Labels.NAME, ".+")))) {
            SampleBuffer samples = new SampleBuffer();
            series.read(samples);
            found.put(series.labels(), bits(samples));
        }
        assertThat(queries.warnings()).isEmpty();
        return found;
    }

    static Map<Long, Long> bits(SampleBuffer samples) {
        Map<Long, Long> bits = new TreeMap<>();
        List<Long> order = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            bits.put(samples.time(i), Double.doubleToRawLongBits(samples.value(i)));
            order.add(samples.time(i));
        }
        assertThat(order).isSorted().doesNotHaveDuplicates();
        return bits;
    }

    @Override
    public void close() {
        head.close();
    }
}
