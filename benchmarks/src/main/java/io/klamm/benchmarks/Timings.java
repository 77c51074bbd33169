package io.klamm.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations of the same thing. */
final class Timings {

    private static final double NANOS = 1_000_000;

    private final List<Long> nanos = new ArrayList<>();

    void add(long duration) {
        nanos.add(duration);
    }

    /** Median, least and most, in milliseconds. */
    @Override
    public String toString() {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "median %.0f ms (%.0f to %.0f, %d runs)",
                sorted.get(sorted.size() / 2) / NANOS,
                sorted.get(0) / NANOS,
                sorted.get(sorted.size() - 1) / NANOS,
                sorted.size());
    }
}
