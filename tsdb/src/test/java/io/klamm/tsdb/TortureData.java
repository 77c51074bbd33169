package io.klamm.tsdb;

import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What batch number n of the torture consists of, so that whoever knows the number knows every sample. */
final class TortureData {

    static final int WRITERS = 2;
    static final int SERIES = 20;

    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long STEP = 15_000;
    /** Numbers that differ in these bits only are written in another order than that of their times. */
    private static final long SHUFFLED = 3;

    private TortureData() {}

    /** One sample. */
    record Expected(Labels labels, long time, double value) {}

    static int writer(long batch) {
        return (int) (batch % WRITERS);
    }

    static long time(long batch) {
        return START + batch * STEP;
    }

    static long batch(long time) {
        return (time - START) / STEP;
    }

    /** All samples of a batch: of one writer's series, and one of a series that comes out of order. */
    static List<Expected> samples(long batch) {
        List<Expected> samples = new ArrayList<>(SERIES + 1);
        for (int i = 0; i < SERIES; i++) {
            int series = writer(batch) * SERIES + i;
            samples.add(new Expected(labels(series), time(batch), value(series, time(batch))));
        }
        long shuffled = time(batch ^ SHUFFLED);
        samples.add(new Expected(LATE, shuffled, value(-3, shuffled)));
        return samples;
    }

    private static final Labels LATE = Labels.of(Labels.NAME, "late", "series", "-3");

    static Labels labels(int series) {
        return Labels.of(Labels.NAME, "m" + series % 3, "series", String.valueOf(series));
    }

    static double value(int series, long time) {
        long batch = batch(time);
        return switch (Math.floorMod(series, 3)) {
            case 0 -> batch * (series + 1);
            case 1 -> Double.longBitsToDouble((batch * 0x9E3779B97F4A7C15L) ^ series);
            default -> series;
        };
    }

    /** The number in the label {@code series}. */
    static int series(Labels labels) {
        return Integer.parseInt(labels.get("series"));
    }
}
