package io.klamm.storage.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummaries;
import io.klamm.storage.Matcher;
import io.klamm.storage.Names;
import io.klamm.storage.Outcome;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.StorageException;
import io.klamm.storage.memory.MemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergedQuerierTest {

    private static final Matcher ANY = Matcher.equal(Labels.NAME, "m");

    @Test
    void select_anyStores_isTheUnionAndTheLaterStoreWins() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            NavigableMap<Labels, NavigableMap<Long, Double>> expected = new TreeMap<>();
            List<Querier> queriers = new ArrayList<>();
            for (int store = random.nextInt(4); store >= 0; store--) {
                queriers.add(store(random, expected));
            }
            try (Querier merged = new MergedQuerier(queriers)) {
                SeriesSet set = merged.select(Selection.of(ANY));
                NavigableMap<Labels, NavigableMap<Long, Double>> found = new TreeMap<>();
                while (set.next()) {
                    if (!found.isEmpty()) {
                        assertThat(set.at().labels()).isGreaterThan(found.lastKey());
                    }
                    found.put(set.at().labels(), samples(set.at()));
                }
                assertThat(found).as("seed %d", seed).isEqualTo(expected);
                assertThat(set.warnings()).isEmpty();
            }
        }
    }

    /** A store of random series, in one of which every chunk is far from the others' and one where none is. */
    private static Querier store(Random random, NavigableMap<Labels, NavigableMap<Long, Double>> expected) {
        MemoryStorage storage = new MemoryStorage();
        long start = random.nextInt(3) * 200_000L;
        try (Appender appender = storage.appender("test")) {
            for (int series = random.nextInt(6); series >= 0; series--) {
                Labels labels = Labels.of(Labels.NAME, "m", "i", "" + random.nextInt(6));
                int step = 1 + random.nextInt(3);
                for (int i = 0; i < 300; i++) {
                    long time = start + (long) i * step * 100;
                    double value = random.nextInt(100);
                    appender.begin(time);
                    if (appender.append(appender.series(labels), value) == Outcome.APPENDED) {
                        expected.computeIfAbsent(labels, key -> new TreeMap<>()).put(time, value);
                    }
                    appender.commit();
                }
            }
        }
        return storage.querier(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static NavigableMap<Long, Double> samples(Series series) {
        NavigableMap<Long, Double> samples = new TreeMap<>();
        ChunkCursor chunks = series.chunks();
        SampleBuffer buffer = new SampleBuffer();
        long last = Long.MIN_VALUE;
        while (chunks.next()) {
            buffer.clear();
            chunks.read(buffer);
            assertThat(buffer.size()).isPositive();
            assertThat(chunks.firstTime()).isEqualTo(buffer.time(0)).isGreaterThan(last);
            assertThat(chunks.lastTime()).isEqualTo(buffer.time(buffer.size() - 1));
            last = chunks.lastTime();
            if (chunks.summary() != null) {
                assertThat(ChunkSummaries.of(buffer.values(), 0, buffer.size())).contains(chunks.summary());
            }
            for (int i = 0; i < buffer.size(); i++) {
                assertThat(samples.put(buffer.time(i), buffer.value(i))).isNull();
            }
        }
        return samples;
    }

    @Test
    void chunks_thatDoNotOverlap_keepTheirSummaries() {
        MemoryStorage early = new MemoryStorage();
        MemoryStorage late = new MemoryStorage();
        write(early, 0, 120);
        write(late, 120, 240);
        try (Querier merged = merged(early.querier(0, 240), late.querier(0, 240))) {
            SeriesSet set = merged.select(Selection.of(ANY));
            assertThat(set.next()).isTrue();
            ChunkCursor chunks = set.at().chunks();
            int summaries = 0;
            while (chunks.next()) {
                summaries += chunks.summary() == null ? 0 : 1;
            }
            assertThat(summaries).isEqualTo(2);
        }
    }

    private static void write(MemoryStorage storage, long from, long to) {
        try (Appender appender = storage.appender("test")) {
            for (long time = from; time < to; time++) {
                appender.begin(time);
                appender.append(appender.series(Labels.of(Labels.NAME, "m")), (double) time);
                appender.commit();
            }
        }
    }

    @Test
    void select_oneStoreFails_isAWarning() {
        MemoryStorage storage = new MemoryStorage();
        write(storage, 0, 10);
        try (Querier merged = merged(new Failing(), storage.querier(0, 10))) {
            SeriesSet set = merged.select(Selection.of(ANY));
            assertThat(set.next()).isTrue();
            assertThat(samples(set.at())).hasSize(10);
            assertThat(set.next()).isFalse();
            assertThat(set.warnings()).containsExactly("away");
            Names names = merged.labelNames(List.of(), 0);
            assertThat(names.names()).containsExactly(Labels.NAME);
            assertThat(names.warnings()).containsExactly("away");
        }
    }

    @Test
    void select_allStoresFail_fails() {
        try (Querier merged = merged(new Failing(), new Failing())) {
            assertThatThrownBy(() -> merged.select(Selection.of(ANY)))
                    .isInstanceOf(StorageException.class)
                    .hasMessage("away");
            assertThatThrownBy(() -> merged.labelValues("a", List.of(), 0)).isInstanceOf(StorageException.class);
        }
    }

    @Test
    void names_ofSeveralStores_areSortedAndLimited() {
        MemoryStorage one = new MemoryStorage();
        MemoryStorage other = new MemoryStorage();
        try (Appender appender = one.appender("a");
                Appender second = other.appender("b")) {
            for (String value : new String[] {"b", "d"}) {
                appender.begin(1);
                appender.append(appender.series(Labels.of(Labels.NAME, "m", "i", value)), 1);
                appender.commit();
            }
            for (String value : new String[] {"a", "b", "c"}) {
                second.begin(1);
                second.append(second.series(Labels.of(Labels.NAME, "m", "i", value)), 1);
                second.commit();
            }
        }
        try (Querier merged = merged(one.querier(0, 2), other.querier(0, 2))) {
            assertThat(merged.labelValues("i", List.of(), 0).names()).containsExactly("a", "b", "c", "d");
            assertThat(merged.labelValues("i", List.of(), 3)).satisfies(names -> {
                assertThat(names.names()).containsExactly("a", "b", "c");
                assertThat(names.truncated()).isTrue();
            });
        }
    }

    private static Querier merged(Querier... queriers) {
        return new MergedQuerier(List.of(queriers));
    }

    /** A store that is away. */
    private static final class Failing implements Querier {

        @Override
        public SeriesSet select(Selection selection) {
            throw new StorageException("away");
        }

        @Override
        public Names labelNames(List<Matcher> matchers, int limit) {
            throw new StorageException("away");
        }

        @Override
        public Names labelValues(String label, List<Matcher> matchers, int limit) {
            throw new StorageException("away");
        }

        @Override
        public void close() {}
    }
}
