package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.Matcher;
import io.klamm.storage.Outcome;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.SimulatedDisk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TsdbDeleteTest {

    private static final Labels SERIES = TestStore.labels(1);
    private static final List<Matcher> ONE = List.of(Matcher.equal("series", "s1"));
    private static final long STEP = 60_000;

    private final SimulatedDisk disk = new SimulatedDisk();
    private final ManualClock clock = TestStore.clock();
    private final long now = clock.millis();

    @Test
    void lateSample_inADeletedSpan_isSeenNowAndAfterARestart() {
        TsdbStorage store = TestStore.open(disk, clock);
        write(store, now - 10 * STEP, 1);
        write(store, now, 2);
        assertThat(store.deleteSeries(ONE, now - 20 * STEP, now)).isEqualTo(1);
        assertThat(TestStore.readAll(store)).isEmpty();

        assertThat(write(store, now - 5 * STEP, 3)).isEqualTo(Outcome.APPENDED);
        Map<Labels, Map<Long, Long>> expected = Map.of(SERIES, samples(now - 5 * STEP, 3));
        assertThat(TestStore.readAll(store)).isEqualTo(expected);
        assertThat(TestStore.readAll(TestStore.open(disk, clock))).isEqualTo(expected);
    }

    @Test
    void sample_atTheTimeOfADeletedOne_isRefused() {
        TsdbStorage store = TestStore.open(disk, clock);
        write(store, now - STEP, 1);
        write(store, now, 2);
        store.deleteSeries(ONE, now - STEP, now);
        assertThat(write(store, now - STEP, 1)).isEqualTo(Outcome.DUPLICATE);
        assertThat(write(store, now - STEP, 5)).isEqualTo(Outcome.DUPLICATE);
        assertThat(write(store, now, 2)).isEqualTo(Outcome.DUPLICATE);
        assertThat(TestStore.readAll(store)).isEmpty();
    }

    @Test
    void deletion_ofAPart_leavesTheRestAndWhatComesAfterIt() {
        TsdbStorage store = TestStore.open(disk, clock);
        for (int i = 9; i >= 0; i--) {
            write(store, now - i * STEP, i);
        }
        store.deleteSeries(ONE, now - 8 * STEP, Long.MAX_VALUE);
        write(store, now + STEP, 7);
        Map<Long, Long> left = samples(now - 9 * STEP, 9);
        left.putAll(samples(now + STEP, 7));
        assertThat(TestStore.readAll(store)).isEqualTo(Map.of(SERIES, left));
    }

    private static Outcome write(TsdbStorage store, long time, double value) {
        try (Appender appender = store.appender("writer")) {
            appender.begin(time);
            Outcome outcome = appender.append(appender.series(SERIES), value);
            appender.commit();
            return outcome;
        }
    }

    private static Map<Long, Long> samples(long time, double value) {
        Map<Long, Long> samples = new TreeMap<>();
        samples.put(time, Double.doubleToRawLongBits(value));
        return samples;
    }
}
