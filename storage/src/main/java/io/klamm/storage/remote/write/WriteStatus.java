package io.klamm.storage.remote.write;

import io.klamm.storage.Outcome;
import java.util.Map;

/**
 * What a receiver has done since it was made.
 *
 * @param answers requests by the status of their answer
 * @param samples by what became of them
 * @param exemplars by what became of them
 * @param histograms native histograms refused
 * @param clients senders that are known now
 * @param cachedSeries series that are known by the bytes of their labels now
 */
public record WriteStatus(
        Map<Integer, Long> answers,
        Map<Outcome, Long> samples,
        Map<Outcome, Long> exemplars,
        long histograms,
        int clients,
        int cachedSeries) {

    public WriteStatus {
        answers = Map.copyOf(answers);
        samples = Map.copyOf(samples);
        exemplars = Map.copyOf(exemplars);
    }
}
