package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.block.Retention;
import io.klamm.tsdb.files.SimulatedDisk;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TsdbRetentionTest {

    private static final int SERIES = 8;
    private static final long HOUR = 3_600_000;

    private final long seed = Long.getLong("klamm.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final SimulatedDisk disk = new SimulatedDisk();
    private final ManualClock clock = TestStore.clock();
    private final Map<Labels, Map<Long, Long>> written = new TreeMap<>();

    private void hours(TsdbStorage store, int count) {
        try (Appender appender = store.appender("writer")) {
            for (int minute = 0; minute < count * 60; minute++) {
                clock.advance(Duration.ofMinutes(1));
                appender.begin(clock.millis());
                for (int i = 0; i < SERIES; i++) {
                    Labels labels = TestStore.labels(i);
                    double value = random.nextGaussian();
                    appender.append(appender.series(labels), value);
                    written.computeIfAbsent(labels, key -> new TreeMap<>())
                            .put(clock.millis(), Double.doubleToRawLongBits(value));
                }
                appender.commit();
                store.tend();
            }
            store.merge();
        }
    }

    private static Map<Labels, Map<Long, Long>> from(Map<Labels, Map<Long, Long>> samples, long time) {
        Map<Labels, Map<Long, Long>> rest = new TreeMap<>();
        samples.forEach((labels, of) -> rest.put(labels, new TreeMap<>(new TreeMap<>(of).tailMap(time, true))));
        return rest;
    }

    @Test
    void time_daysLater_theNewestAreWholeAndTheOldestGone() {
        long kept = 24 * HOUR;
        TsdbSettings settings = TsdbSettings.of(TestStore.DIRECTORY).withRetention(new Retention(kept, 0));
        TsdbStorage store = TestStore.open(settings, disk, clock);
        for (int i = 0; i < 12; i++) {
            hours(store, 6);
            if (i == 7) {
                store.close();
                store = TestStore.open(settings, disk, clock);
            }
        }
        Map<Labels, Map<Long, Long>> found = TestStore.readAll(store);
        long since = clock.millis() - kept;
        assertThat(from(found, since).equals(from(written, since)))
                .as("seed %d", seed)
                .isTrue();
        // No block spans more than a tenth of the time, or two hours.
        assertThat(store.oldest()).isGreaterThan(since - 3 * HOUR);
        assertThat(store.stats().blocksExpired()).isPositive();
    }

    @Test
    void bytes_daysLater_theNewestAreWholeAndAllTakesNoMore() {
        long bytes = 150_000;
        TsdbSettings settings = TsdbSettings.of(TestStore.DIRECTORY).withRetention(new Retention(0, bytes));
        TsdbStorage store = TestStore.open(settings, disk, clock);
        for (int i = 0; i < 12; i++) {
            hours(store, 6);
            TsdbStats stats = store.stats();
            assertThat(stats.blockBytes()
                            + stats.head().chunkBytes()
                            + stats.head().log().bytes())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(bytes);
        }
        Map<Labels, Map<Long, Long>> found = TestStore.readAll(store);
        assertThat(found.equals(from(written, store.oldest())))
                .as("seed %d", seed)
                .isTrue();
        assertThat(store.oldest()).isLessThan(clock.millis() - 12 * HOUR);
        assertThat(store.stats().blocksExpired()).isPositive();
    }

    @Test
    void forever_daysLater_allIsThere() {
        TsdbSettings settings = TsdbSettings.of(TestStore.DIRECTORY).withRetention(Retention.FOREVER);
        TsdbStorage store = TestStore.open(settings, disk, clock);
        for (int i = 0; i < 12; i++) {
            hours(store, 6);
        }
        assertThat(TestStore.readAll(store).equals(written)).as("seed %d", seed).isTrue();
        assertThat(store.stats().merges()).isPositive();
        assertThat(store.stats().blocks()).isLessThan(36);
    }
}
