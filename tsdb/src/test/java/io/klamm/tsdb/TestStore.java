package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.SimulatedDisk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Stores on a simulated disk, and what is in them. */
final class TestStore {

    static final Path DIRECTORY = Path.of("/data");
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final int MOST_TOLD = 10;

    private TestStore() {}

    static ManualClock clock() {
        return new ManualClock(NOW);
    }

    static TsdbStorage open(SimulatedDisk disk, ManualClock clock) {
        return open(TsdbSettings.of(DIRECTORY), disk, clock);
    }

    static TsdbStorage open(TsdbSettings settings, SimulatedDisk disk, ManualClock clock) {
        return TsdbStorage.open(settings, disk, clock, DirectoryLock.none());
    }

    static Labels labels(int series) {
        return Labels.of(Labels.NAME, "m" + series % 3, "series", "s" + series);
    }

    static Map<Labels, Map<Long, Long>> readAll(Queryable store) {
        return read(store, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** All samples of a span, as bits. */
    static Map<Labels, Map<Long, Long>> read(Queryable store, long from, long to) {
        Map<Labels, Map<Long, Long>> found = new TreeMap<>();
        try (Querier querier = store.querier(from, to)) {
            SeriesSet set = querier.select(Selection.of(new Matcher(MatchType.REGEX, Labels.NAME, ".+")));
            while (set.next()) {
                SampleBuffer samples = new SampleBuffer();
                set.at().read(samples);
                Map<Long, Long> bits = new TreeMap<>();
                for (int i = 0; i < samples.size(); i++) {
                    assertThat(bits.put(samples.time(i), Double.doubleToRawLongBits(samples.value(i))))
                            .isNull();
                }
                found.put(set.at().labels(), bits);
            }
            assertThat(set.warnings()).isEmpty();
        }
        return found;
    }

    /** The first samples that only one of two answers has, or that differ, for a person. */
    static String difference(Map<Labels, Map<Long, Long>> found, Map<Labels, Map<Long, Long>> expected) {
        List<String> all = new ArrayList<>();
        Set<Labels> series = new TreeSet<>(found.keySet());
        series.addAll(expected.keySet());
        for (Labels labels : series) {
            Map<Long, Long> one = found.getOrDefault(labels, Map.of());
            Map<Long, Long> other = expected.getOrDefault(labels, Map.of());
            Set<Long> times = new TreeSet<>(one.keySet());
            times.addAll(other.keySet());
            times.removeIf(time -> Objects.equals(one.get(time), other.get(time)));
            times.forEach(time ->
                    all.add(labels + " at " + time + ": " + one.get(time) + " (expected: " + other.get(time) + ")"));
        }
        return all.size() + " samples differ: " + all.subList(0, Math.min(all.size(), MOST_TOLD));
    }
}
