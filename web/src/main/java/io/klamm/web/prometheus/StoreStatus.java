package io.klamm.web.prometheus;

import java.util.List;

/**
 * What is in the store, as {@code /status/tsdb} shows it.
 *
 * @param series that take samples now
 * @param labelPairs distinct pairs of label name and value
 * @param chunks pieces that samples lie in
 * @param minTime of the oldest sample in memory, in milliseconds since the epoch
 * @param maxTime of the newest sample, in milliseconds since the epoch
 * @param seriesByMetric the metrics with the most series
 * @param valuesByLabel the labels with the most values
 * @param bytesByLabel the labels whose values take the most memory
 * @param seriesByPair the pairs {@code name=value} with the most series
 */
public record StoreStatus(
        long series,
        long labelPairs,
        long chunks,
        long minTime,
        long maxTime,
        List<Top> seriesByMetric,
        List<Top> valuesByLabel,
        List<Top> bytesByLabel,
        List<Top> seriesByPair) {

    public StoreStatus {
        seriesByMetric = List.copyOf(seriesByMetric);
        valuesByLabel = List.copyOf(valuesByLabel);
        bytesByLabel = List.copyOf(bytesByLabel);
        seriesByPair = List.copyOf(seriesByPair);
    }

    /** One row of a list, the greatest first. */
    public record Top(String name, long value) {}
}
