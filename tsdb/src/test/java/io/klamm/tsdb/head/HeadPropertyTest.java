package io.klamm.tsdb.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.Outcome;
import io.klamm.storage.SeriesRef;
import io.klamm.testing.ManualClock;
import io.klamm.tsdb.files.SimulatedDisk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What was appended is read back, whatever else happens in between. */
class HeadPropertyTest {

    private static final long STEP = 15_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final SimulatedDisk disk = new SimulatedDisk();
    private final ManualClock clock = TestHead.clock();
    private final Map<Labels, Map<Long, Long>> model = new TreeMap<>();
    private long now = TestHead.NOW.toEpochMilli();

    /** A writer with the series that it likes to write, some of them shared with others. */
    private static final class Writer {
        final String name;
        final int first;
        Appender appender;
        List<SeriesRef> refs = new ArrayList<>();

        Writer(TestHead head, int index) {
            name = "writer" + index;
            first = index * 5;
            appender = head.appender(name);
        }

        void attach(TestHead head) {
            appender = head.appender(name);
            refs.clear();
        }
    }

    @RepeatedTest(15)
    void anything_atRandom_isReadBack() throws IOException {
        TestHead head = new TestHead(disk, clock);
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(new Writer(head, i));
        }
        for (int step = 0; step < 600; step++) {
            clock.advance(Duration.ofMillis(STEP));
            now += STEP;
            for (Writer writer : writers) {
                if (random.nextInt(10) > 0) {
                    write(writer, step);
                }
            }
            if (random.nextInt(40) == 0) {
                head.head.seal();
            }
            if (random.nextInt(150) == 0) {
                head.head.sealAll();
            }
            if (random.nextInt(120) == 0) {
                head.reopen();
                writers.forEach(writer -> writer.attach(head));
            }
            if (random.nextInt(60) == 0) {
                checkSpan(head);
            }
        }
        check(head, Long.MIN_VALUE, Long.MAX_VALUE);
        head.reopen();
        check(head, Long.MIN_VALUE, Long.MAX_VALUE);
        head.close();
    }

    private void write(Writer writer, int step) {
        boolean aligned = random.nextInt(3) > 0;
        long time = aligned ? now : now - random.nextInt(2000);
        Appender appender = writer.appender;
        appender.begin(time);
        Map<Labels, Map<Long, Long>> batch = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            if (random.nextInt(12) == 0 || (step / 50 + i) % 5 == 0) {
                continue;
            }
            Labels labels = Labels.of(Labels.NAME, "m" + i % 3, "series", "s" + (writer.first + i));
            long own =
                    switch (random.nextInt(30)) {
                        case 0 -> time - random.nextInt(10) * STEP;
                        case 1 -> time - random.nextInt(100_000);
                        case 2 -> time + random.nextInt(1000);
                        default -> time;
                    };
            append(appender, labels, own, value(step), batch);
            if (random.nextInt(40) == 0) {
                append(appender, labels, own + random.nextInt(50) - 25, value(step), batch);
            }
        }
        if (random.nextInt(15) == 0) {
            appender.rollback();
        } else {
            appender.commit();
            batch.forEach((labels, samples) ->
                    model.computeIfAbsent(labels, key -> new TreeMap<>()).putAll(samples));
        }
    }

    private void append(Appender appender, Labels labels, long time, double value, Map<Labels, Map<Long, Long>> batch) {
        Outcome outcome = appender.append(appender.series(labels), time, value);
        Long kept = model.getOrDefault(labels, Map.of()).get(time);
        Long waiting = batch.getOrDefault(labels, Map.of()).get(time);
        Long there = kept != null ? kept : waiting;
        String what = "seed " + seed + ", " + labels + " at " + time;
        if (there != null) {
            assertThat(outcome)
                    .as(what)
                    .isEqualTo(there == Double.doubleToRawLongBits(value) ? Outcome.SAME : Outcome.DUPLICATE);
        } else {
            assertThat(outcome).as(what).isEqualTo(Outcome.APPENDED);
            batch.computeIfAbsent(labels, key -> new TreeMap<>()).put(time, Double.doubleToRawLongBits(value));
        }
    }

    private double value(int step) {
        return switch (random.nextInt(9)) {
            case 0 -> StaleMarker.VALUE;
            case 1 -> Double.longBitsToDouble(0x7ff8000000000000L | random.nextInt());
            case 2 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : -0.0;
            case 3 -> random.nextGaussian();
            case 4 -> random.nextInt(10_000) / 100.0;
            case 5, 6 -> step * 1000.0 + random.nextInt(50);
            default -> 3;
        };
    }

    private void checkSpan(TestHead head) {
        long from = now - random.nextInt(500) * STEP;
        long to = from + random.nextInt(200) * STEP / (1 + random.nextInt(300));
        check(head, from, to);
    }

    private void check(TestHead head, long from, long to) {
        Map<Labels, Map<Long, Long>> expected = new TreeMap<>();
        model.forEach((labels, samples) -> {
            Map<Long, Long> within = new TreeMap<>(samples);
            within.keySet().removeIf(time -> time < from || time > to);
            if (!within.isEmpty()) {
                expected.put(labels, within);
            }
        });
        assertThat(head.read(from, to)).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void tail_anyValuesAndGaps_areReadBack() {
        HeadSeries series = new HeadSeries(0, Labels.EMPTY);
        Timeline line = new Timeline("w");
        series.join(line, 0);
        List<Integer> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        DecodedTail decoded = new DecodedTail();
        int row = 0;
        int dropped = 0;
        for (int i = 0; i < 5000; i++) {
            row += random.nextInt(20) == 0 ? 1 + random.nextInt(100_000) : 1;
            double value = random.nextInt(3) == 0 ? Double.longBitsToDouble(random.nextLong()) : value(i / 100);
            series.push(row, i, value);
            rows.add(row);
            values.add(value);
            if (random.nextInt(100) == 0) {
                int cut = random.nextInt(rows.size() - dropped + 1);
                series.trim(cut, decoded);
                dropped += cut;
            }
        }
        decoded.read(series);
        assertThat(decoded.count()).isEqualTo(5000 - dropped);
        for (int i = dropped; i < 5000; i++) {
            assertThat(decoded.row(i - dropped)).as("seed %d", seed).isEqualTo(rows.get(i));
            assertThat(Double.doubleToRawLongBits(decoded.value(i - dropped)))
                    .isEqualTo(Double.doubleToRawLongBits(values.get(i)));
        }
    }
}
