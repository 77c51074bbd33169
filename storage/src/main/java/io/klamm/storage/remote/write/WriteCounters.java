package io.klamm.storage.remote.write;

import io.klamm.storage.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a receiver does. Safe for use by several threads. */
final class WriteCounters {

    private final Map<Integer, Long> answers = new TreeMap<>();
    private final EnumMap<Outcome, Long> samples = new EnumMap<>(Outcome.class);
    private final EnumMap<Outcome, Long> exemplars = new EnumMap<>(Outcome.class);
    private long histograms;

    synchronized void answered(int status) {
        answers.merge(status, 1L, Long::sum);
    }

    synchronized void written(Tally tally) {
        for (Outcome outcome : Outcome.values()) {
            add(samples, outcome, tally.samples().of(outcome));
            add(exemplars, outcome, tally.exemplars().of(outcome));
        }
        histograms += tally.histograms();
    }

    private static void add(EnumMap<Outcome, Long> counts, Outcome outcome, int more) {
        if (more > 0) {
            counts.merge(outcome, (long) more, Long::sum);
        }
    }

    synchronized WriteStatus status(int clients, int cachedSeries) {
        return new WriteStatus(answers, samples, exemplars, histograms, clients, cachedSeries);
    }
}
