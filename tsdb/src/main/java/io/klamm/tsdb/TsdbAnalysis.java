package io.klamm.tsdb;

import java.util.List;

/**
 * What is in a store.
 *
 * @param series that differ in their labels, in memory and in blocks
 * @param headSeries of these, in memory
 * @param labelPairs distinct names with values
 * @param samples in blocks and in memory
 * @param bytes of blocks and of the head's chunk files, without the log
 * @param bytesPerSample of blocks, index and all; 0 without blocks
 * @param logBytes of the log
 * @param oldest the time of the oldest sample, in milliseconds since the epoch; {@link Long#MAX_VALUE} if there is none
 * @param newest the time of the newest sample, in milliseconds since the epoch; {@link Long#MIN_VALUE} if there is none
 * @param blocks from the oldest
 * @param metrics with the most series
 * @param labels with the most values
 * @param labelBytes the names of labels whose values take the most bytes, each value once
 * @param pairs {@code name=value} with the most series
 */
public record TsdbAnalysis(
        long series,
        long headSeries,
        long labelPairs,
        long samples,
        long bytes,
        double bytesPerSample,
        long logBytes,
        long oldest,
        long newest,
        List<BlockSize> blocks,
        List<Count> metrics,
        List<Count> labels,
        List<Count> labelBytes,
        List<Count> pairs) {

    /** How often a name occurs. */
    public record Count(String name, long count) {}

    /**
     * How large a block is.
     *
     * @param id its name
     * @param from the time of its first sample, in milliseconds since the epoch
     * @param to the time of its last sample
     * @param level how often its samples were merged, from 1
     */
    public record BlockSize(String id, long from, long to, int level, long series, long samples, long bytes) {}

    public TsdbAnalysis {
        blocks = List.copyOf(blocks);
        metrics = List.copyOf(metrics);
        labels = List.copyOf(labels);
        labelBytes = List.copyOf(labelBytes);
        pairs = List.copyOf(pairs);
    }
}
