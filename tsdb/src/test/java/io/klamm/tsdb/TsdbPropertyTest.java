package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.Matcher;
import io.klamm.storage.Outcome;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.SimulatedDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;

/** What was appended is read back through restarts, cuts, merges and deletions; the store in memory says what that is. */
class TsdbPropertyTest {

    private static final long STEP = 60_000;
    private static final int SERIES = 12;
    private static final int MOST_LATE = 7_200_000;
    private static final long LATE_WINDOW = 1_800_000;
    /** Samples that are no older than this are taken, whatever the series has, if they are within the window. */
    private static final long ACCEPTED = 3_600_000;

    private final long seed = Long.getLong("klamm.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final SimulatedDisk disk = new SimulatedDisk();
    private final ManualClock clock = TestStore.clock();
    private final MemoryStorage model = new MemoryStorage();
    private final Map<Labels, Map<Long, Long>> deleted = new TreeMap<>();
    private final Map<Labels, Long> newest = new TreeMap<>();
    private long now = clock.millis();

    @RepeatedTest(6)
    void anything_overDays_isReadBack() {
        TsdbStorage store = TestStore.open(disk, clock);
        List<Appender> appenders = attach(store);
        long blocks = 0;
        for (int step = 0; step < 2_000; step++) {
            now += STEP;
            clock.advance(Duration.ofMillis(STEP));
            for (int writer = 0; writer < appenders.size(); writer++) {
                write(appenders.get(writer), writer, step);
            }
            store.tend();
            if (random.nextInt(100) == 0) {
                store.merge();
            }
            if (random.nextInt(300) == 0) {
                delete(store);
            }
            if (random.nextInt(250) == 0) {
                blocks += store.stats().blocksCut();
                store = TestStore.open(disk, clock);
                appenders = attach(store);
                check(store, Long.MIN_VALUE, Long.MAX_VALUE);
            }
            if (random.nextInt(200) == 0) {
                long from = now - random.nextInt(1_000) * STEP;
                check(store, from, from + random.nextInt(500) * STEP);
            }
        }
        check(store, Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(blocks + store.stats().blocksCut()).isGreaterThan(10);
        assertThat(store.verify().problems()).isEmpty();
        store.cleanTombstones();
        check(store, Long.MIN_VALUE, Long.MAX_VALUE);
        store.close();
    }

    private static List<Appender> attach(TsdbStorage store) {
        List<Appender> appenders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            appenders.add(store.appender("writer" + i));
        }
        return appenders;
    }

    private void write(Appender appender, int writer, int step) {
        if (random.nextInt(20) == 0) {
            return;
        }
        long time = now - (random.nextInt(4) == 0 ? random.nextInt(1_000) : 0);
        try (Appender twin = model.appender("model")) {
            appender.begin(time);
            twin.begin(time);
            for (int i = 0; i < SERIES; i++) {
                if ((step / 300 + i) % 4 != 0 && random.nextInt(15) > 0) {
                    long own = random.nextInt(25) == 0 ? time - random.nextInt(MOST_LATE) : time;
                    append(appender, twin, TestStore.labels(writer * 10 + i), own, value(step));
                }
            }
            appender.commit();
            twin.commit();
        }
    }

    private void append(Appender appender, Appender twin, Labels labels, long time, double value) {
        if (deleted.getOrDefault(labels, Map.of()).containsKey(time)) {
            return;
        }
        Outcome outcome = appender.append(appender.series(labels), time, value);
        long behind = newest.getOrDefault(labels, 0L) - time;
        if (outcome == Outcome.TOO_OLD) {
            assertThat(behind > LATE_WINDOW || time < now - ACCEPTED)
                    .as("seed %d, %s at %d: refused", seed, labels, time)
                    .isTrue();
            return;
        }
        if (outcome == Outcome.APPENDED) {
            assertThat(behind)
                    .as("seed %d, %s at %d: taken", seed, labels, time)
                    .isLessThanOrEqualTo(LATE_WINDOW);
            newest.merge(labels, time, Math::max);
        }
        Outcome expected = twin.append(twin.series(labels), time, value);
        assertThat(outcome).as("seed %d, %s at %d", seed, labels, time).isEqualTo(expected);
    }

    private double value(int step) {
        return switch (random.nextInt(8)) {
            case 0 -> StaleMarker.VALUE;
            case 1 -> Double.longBitsToDouble(0x7ff8000000000000L | random.nextInt());
            case 2 -> random.nextBoolean() ? Double.NEGATIVE_INFINITY : -0.0;
            case 3 -> random.nextGaussian();
            default -> step * 10.0;
        };
    }

    private void delete(TsdbStorage store) {
        int series = random.nextInt(30);
        long from = now - random.nextInt(1_500) * STEP;
        long to = Math.min(now, from + random.nextInt(300) * STEP);
        Labels labels = TestStore.labels(series);
        store.deleteSeries(List.of(Matcher.equal("series", "s" + series)), from, to);
        Map<Long, Long> gone = TestStore.read(model, from, to).getOrDefault(labels, Map.of());
        deleted.computeIfAbsent(labels, key -> new TreeMap<>()).putAll(gone);
    }

    private void check(TsdbStorage store, long from, long to) {
        Map<Labels, Map<Long, Long>> expected = TestStore.read(model, from, to);
        deleted.forEach((labels, gone) -> {
            Map<Long, Long> samples = expected.get(labels);
            if (samples != null) {
                samples.keySet().removeAll(gone.keySet());
                if (samples.isEmpty()) {
                    expected.remove(labels);
                }
            }
        });
        Map<Labels, Map<Long, Long>> found = TestStore.read(store, from, to);
        assertThat(found.equals(expected))
                .as("seed %d, %d to %d: %s", seed, from, to, TestStore.difference(found, expected))
                .isTrue();
    }
}
