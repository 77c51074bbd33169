package io.klamm.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.ChunkSummaries;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Outcome;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.SelectHints;
import io.klamm.storage.Selection;
import io.klamm.storage.Series;
import io.klamm.storage.SeriesRef;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Storage} does: the suite that the real store and the one in memory both pass.
 *
 * <p>A test of a store extends this, gives a new, empty one, and tells the time of its clock.
 */
public abstract class StorageContract {

    private static final Labels UP = Labels.of(Labels.NAME, "up", "job", "kafka", "instance", "b1");
    private static final Labels UP2 = Labels.of(Labels.NAME, "up", "job", "kafka", "instance", "b2");
    private static final Labels LAG = Labels.of(Labels.NAME, "lag", "job", "klamm", "topic", "orders");
    private static final long STEP = 15_000;

    private Storage storage;
    private Appender appender;
    private long start;

    /** A new, empty store that takes late samples of at least ten minutes. */
    protected abstract Storage newStorage() throws Exception;

    /** The time of the store's clock, in milliseconds since the epoch; the suite writes into the four hours before it. */
    protected abstract long now();

    @BeforeEach
    void openStorage() throws Exception {
        storage = newStorage();
        appender = storage.appender("contract");
        start = now() - now() % STEP - 1_000 * STEP;
    }

    @AfterEach
    void closeStorage() {
        appender.close();
        storage.close();
    }

    @Test
    void commit_samples_areReadBack() {
        write(UP, start, 1);
        write(UP, start + STEP, 0);
        assertThat(read(start, start + STEP, Matcher.equal(Labels.NAME, "up")))
                .isEqualTo(Map.of(UP, samples(start, 1, start + STEP, 0)));
    }

    @Test
    void append_beforeCommit_isNotSeen() {
        appender.begin(start);
        assertThat(appender.append(appender.series(UP), 1)).isEqualTo(Outcome.APPENDED);
        assertThat(all()).isEmpty();
        assertThat(appender.commit().samples()).isEqualTo(1);
        assertThat(all()).containsOnlyKeys(UP);
    }

    @Test
    void rollback_samples_areGone() {
        appender.begin(start);
        appender.append(appender.series(UP), 1);
        appender.rollback();
        assertThat(all()).isEmpty();
        write(UP, start, 2);
        assertThat(all()).isEqualTo(Map.of(UP, samples(start, 2)));
    }

    @Test
    void append_sameSampleAgain_isTheSame() {
        write(UP, start, 1);
        appender.begin(start);
        SeriesRef up = appender.series(UP);
        assertThat(appender.append(up, 1)).isEqualTo(Outcome.SAME);
        assertThat(appender.append(up, 2)).isEqualTo(Outcome.DUPLICATE);
        appender.commit();
        assertThat(all()).isEqualTo(Map.of(UP, samples(start, 1)));
    }

    @Test
    void append_twiceInOneBatch_keepsTheFirst() {
        appender.begin(start);
        SeriesRef up = appender.series(UP);
        assertThat(appender.append(up, 1)).isEqualTo(Outcome.APPENDED);
        assertThat(appender.append(up, 1)).isEqualTo(Outcome.SAME);
        assertThat(appender.append(up, 2)).isEqualTo(Outcome.DUPLICATE);
        appender.commit();
        assertThat(all()).isEqualTo(Map.of(UP, samples(start, 1)));
    }

    @Test
    void append_lateSample_findsItsPlace() {
        write(UP, start + 2 * STEP, 3);
        write(UP, start, 1);
        write(UP, start + STEP, 2);
        assertThat(all()).isEqualTo(Map.of(UP, samples(start, 1, start + STEP, 2, start + 2 * STEP, 3)));
    }

    @Test
    void append_stillKnownReference_writesOn() {
        SeriesRef up = appender.series(UP);
        for (int i = 0; i < 500; i++) {
            appender.begin(start + i * STEP);
            assertThat(appender.append(up, i)).isEqualTo(Outcome.APPENDED);
            appender.commit();
        }
        assertThat(all().get(UP)).hasSize(500);
    }

    @Test
    void append_noMetricName_isRefused() {
        appender.begin(start);
        assertThat(appender.append(appender.series(Labels.of("job", "kafka")), 1))
                .isEqualTo(Outcome.INVALID_LABELS);
        assertThat(appender.append(appender.series(UP), 1)).isEqualTo(Outcome.APPENDED);
        appender.commit();
        assertThat(all()).containsOnlyKeys(UP);
    }

    @Test
    void append_anyBits_comeBackAsTheyWere() {
        double[] values = {
            StaleMarker.VALUE,
            Double.longBitsToDouble(StaleMarker.NAN_BITS),
            Double.longBitsToDouble(0x7ff8dead_beef0001L),
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            -Double.MAX_VALUE,
            0.1,
            9_007_199_254_740_992.0
        };
        Map<Long, Double> expected = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            write(UP, start + i * STEP, values[i]);
            expected.put(start + i * STEP, values[i]);
        }
        assertThat(bits(all().getOrDefault(UP, Map.of()))).isEqualTo(bits(expected));
    }

    @Test
    void querier_span_isInclusive() {
        for (int i = 0; i < 10; i++) {
            write(UP, start + i * STEP, i);
        }
        assertThat(read(start + 2 * STEP, start + 4 * STEP, Matcher.equal("job", "kafka"))
                        .get(UP))
                .isEqualTo(samples(start + 2 * STEP, 2, start + 3 * STEP, 3, start + 4 * STEP, 4));
        assertThat(read(start + 1, start + STEP - 1, Matcher.equal("job", "kafka")))
                .isEmpty();
    }

    @Test
    void select_matchers_allMustMatch() {
        writeThree();
        assertThat(read(Matcher.equal("job", "kafka"))).containsOnlyKeys(UP, UP2);
        assertThat(read(Matcher.equal("job", "kafka"), Matcher.equal("instance", "b2")))
                .containsOnlyKeys(UP2);
        assertThat(read(new Matcher(MatchType.REGEX, "job", "ka.*|klamm"))).containsOnlyKeys(UP, UP2, LAG);
        assertThat(read(new Matcher(MatchType.NOT_EQUAL, "instance", "b1"), Matcher.equal("job", "kafka")))
                .containsOnlyKeys(UP2);
        assertThat(read(new Matcher(MatchType.NOT_REGEX, "instance", "b.+"))).containsOnlyKeys(LAG);
        assertThat(read(Matcher.equal("topic", ""))).containsOnlyKeys(UP, UP2);
        assertThat(read(Matcher.equal("absent", ""))).containsOnlyKeys(UP, UP2, LAG);
        assertThat(read(new Matcher(MatchType.NOT_EQUAL, "topic", ""))).containsOnlyKeys(LAG);
        assertThat(read(Matcher.equal("job", "none"))).isEmpty();
        assertThat(read(new Matcher(MatchType.REGEX, "absent", ".+"))).isEmpty();
    }

    @Test
    void select_sorted_comesInTheOrderOfLabels() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            write(Labels.of(Labels.NAME, "m", "i", "" + random.nextInt(1_000_000)), start, i);
        }
        List<Labels> labels = new ArrayList<>(all().keySet());
        assertThat(labels).isSorted().hasSize(50);
    }

    @Test
    void select_labelsOnly_stillNamesTheSeries() {
        writeThree();
        try (Querier querier = storage.querier(start, start)) {
            SeriesSet set = querier.select(
                    new Selection(List.of(Matcher.equal("job", "kafka")), true, SelectHints.labelsOnly(0)));
            List<Labels> labels = new ArrayList<>();
            while (set.next()) {
                labels.add(set.at().labels());
            }
            assertThat(labels).containsExactly(UP, UP2);
        }
    }

    @Test
    void chunks_walk_isInOrderAndSummariesAreExact() {
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            write(UP, start + i * STEP, random.nextInt(100));
        }
        try (Querier querier = storage.querier(start + 3 * STEP, start + 990 * STEP)) {
            SeriesSet set = querier.select(Selection.of(Matcher.equal("job", "kafka")));
            assertThat(set.next()).isTrue();
            int samples = 0;
            long last = Long.MIN_VALUE;
            ChunkCursor chunks = set.at().chunks();
            while (chunks.next()) {
                SampleBuffer chunk = new SampleBuffer();
                chunks.read(chunk);
                assertThat(chunk.size()).isPositive();
                assertThat(chunk.time(0)).isGreaterThan(last).isEqualTo(chunks.firstTime());
                last = chunk.time(chunk.size() - 1);
                assertThat(chunks.lastTime()).isEqualTo(last);
                if (chunks.summary() != null) {
                    assertThat(ChunkSummaries.of(chunk.values(), 0, chunk.size()))
                            .contains(chunks.summary());
                }
                samples += chunk.size();
            }
            assertThat(samples).isEqualTo(988);
            assertThat(set.next()).isFalse();
        }
    }

    @Test
    void labelNames_andValues_areSortedAndLimited() {
        writeThree();
        try (Querier querier = storage.querier(start, start)) {
            assertThat(querier.labelNames(List.of(), 0).names())
                    .containsExactly(Labels.NAME, "instance", "job", "topic");
            assertThat(querier.labelNames(List.of(Matcher.equal("job", "klamm")), 0)
                            .names())
                    .containsExactly(Labels.NAME, "job", "topic");
            assertThat(querier.labelValues("job", List.of(), 0).names()).containsExactly("kafka", "klamm");
            assertThat(querier.labelValues("instance", List.of(Matcher.equal(Labels.NAME, "up")), 1))
                    .satisfies(names -> {
                        assertThat(names.names()).containsExactly("b1");
                        assertThat(names.truncated()).isTrue();
                    });
            assertThat(querier.labelValues("absent", List.of(), 0).names()).isEmpty();
        }
    }

    @Test
    void appenders_severalOfThem_doNotDisturbEachOther() {
        try (Appender other = storage.appender("other")) {
            appender.begin(start);
            other.begin(start + 1);
            appender.append(appender.series(UP), 1);
            other.append(other.series(UP2), 2);
            other.commit();
            assertThat(all()).containsOnlyKeys(UP2);
            appender.commit();
            assertThat(all()).isEqualTo(Map.of(UP, samples(start, 1), UP2, samples(start + 1, 2)));
        }
    }

    @Test
    void calls_inWrongOrder_areRefused() {
        assertThatThrownBy(() -> appender.append(appender.series(UP), 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> appender.commit()).isInstanceOf(IllegalStateException.class);
        appender.begin(start);
        assertThatThrownBy(() -> appender.begin(start)).isInstanceOf(IllegalStateException.class);
        appender.rollback();
        appender.close();
        appender.close();
    }

    @Test
    void samples_atRandom_comeBackAsWritten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Labels, Map<Long, Double>> expected = new TreeMap<>();
        List<SeriesRef> series = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            series.add(appender.series(Labels.of(Labels.NAME, "random", "series", "s" + i)));
        }
        for (int row = 0; row < 400; row++) {
            long time = start + row * STEP + random.nextInt(5);
            appender.begin(time);
            for (SeriesRef one : series) {
                if (random.nextInt(10) > 0) {
                    double value = random.nextInt(4) == 0 ? random.nextGaussian() : random.nextInt(1_000);
                    assertThat(appender.append(one, value)).isEqualTo(Outcome.APPENDED);
                    expected.computeIfAbsent(one.labels(), labels -> new TreeMap<>())
                            .put(time, value);
                }
            }
            appender.commit();
        }
        assertThat(all()).as("seed %d", seed).isEqualTo(expected);
    }

    private void writeThree() {
        write(UP, start, 1);
        write(UP2, start, 1);
        write(LAG, start, 42);
    }

    private void write(Labels labels, long time, double value) {
        appender.begin(time);
        assertThat(appender.append(appender.series(labels), value)).isEqualTo(Outcome.APPENDED);
        appender.commit();
    }

    private Map<Labels, Map<Long, Double>> all() {
        return read(new Matcher(MatchType.REGEX, Labels.NAME, ".+"));
    }

    private Map<Labels, Map<Long, Double>> read(Matcher... matchers) {
        return read(start - 1_000 * STEP, start + 10_000 * STEP, matchers);
    }

    private Map<Labels, Map<Long, Double>> read(long from, long to, Matcher... matchers) {
        Map<Labels, Map<Long, Double>> found = new LinkedHashMap<>();
        try (Querier querier = storage.querier(from, to)) {
            SeriesSet set = querier.select(new Selection(Arrays.asList(matchers), true, SelectHints.NONE));
            while (set.next()) {
                found.put(set.at().labels(), samplesOf(set.at()));
            }
            assertThat(set.warnings()).isEmpty();
        }
        return found;
    }

    private static Map<Long, Double> samplesOf(Series series) {
        SampleBuffer buffer = new SampleBuffer();
        series.read(buffer);
        Map<Long, Double> samples = new TreeMap<>();
        for (int i = 0; i < buffer.size(); i++) {
            samples.put(buffer.time(i), buffer.value(i));
        }
        return samples;
    }

    private static Map<Long, Double> samples(Number... timesAndValues) {
        Map<Long, Double> samples = new TreeMap<>();
        for (int i = 0; i < timesAndValues.length; i += 2) {
            samples.put(timesAndValues[i].longValue(), timesAndValues[i + 1].doubleValue());
        }
        return samples;
    }

    private static Map<Long, Long> bits(Map<Long, Double> samples) {
        Map<Long, Long> bits = new TreeMap<>();
        samples.forEach((time, value) -> bits.put(time, Double.doubleToRawLongBits(value)));
        return bits;
    }
}
