package io.klamm.storage;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is in a store: how much, and which names and values have the most series.
 *
 * @param series that differ in their labels, in memory and in blocks
 * @param labelPairs distinct names with values among these
 * @param head the newest hours
 * @param logBytes of the log that is written before anything else
 * @param oldest the time of the oldest sample, in milliseconds since the epoch; {@link Long#MAX_VALUE} if there is none
 * @param newest the time of the newest sample, in milliseconds since the epoch; {@link Long#MIN_VALUE} if there is none
 * @param blocks everything older, from the oldest
 * @param metrics with the most series
 * @param labels with the most values
 * @param labelBytes the names of labels whose values take the most bytes, each value once
 * @param pairs {@code name=value} with the most series
 */
public record StoreAnalysis(
        long series,
        long labelPairs,
        Head head,
        long logBytes,
        long oldest,
        long newest,
        List<BlockSize> blocks,
        List<Count> metrics,
        List<Count> labels,
        List<Count> labelBytes,
        List<Count> pairs) {

    /**
     * What is in memory, with the chunks on the disk that belong to it.
     *
     * @param series at the moment
     * @param chunks that are sealed
     * @param samples in sealed chunks and in those that still grow
     * @param sealedSamples of these, in sealed chunks
     * @param sealedBytes of the files of the sealed chunks
     */
    public record Head(long series, long chunks, long samples, long sealedSamples, long sealedBytes) {}

    /** How often a name occurs, or how much it takes. */
    public record Count(String name, long count) {}

    /**
     * How large a block is.
     *
     * @param id its name
     * @param from the time of its first sample, in milliseconds since the epoch
     * @param to the time of its last sample
     * @param level how often its samples were merged, from 1
     * @param bytes of all its files, index and all
     */
    public record BlockSize(String id, long from, long to, int level, long series, long samples, long bytes) {}

    public StoreAnalysis {
        blocks = List.copyOf(blocks);
        metrics = List.copyOf(metrics);
        labels = List.copyOf(labels);
        labelBytes = List.copyOf(labelBytes);
        pairs = List.copyOf(pairs);
    }

    /** In memory and in blocks. */
    public long samples() {
        return head.samples() + blockSamples();
    }

    public long blockSamples() {
        return blocks.stream().mapToLong(BlockSize::samples).sum();
    }

    public long blockBytes() {
        return blocks.stream().mapToLong(BlockSize::bytes).sum();
    }

    /** Of blocks, index and all; empty without blocks. */
    public OptionalDouble bytesPerBlockSample() {
        return perSample(blockBytes(), blockSamples());
    }

    /** Of sealed chunks that are not in a block yet, with their times; empty without such chunks. */
    public OptionalDouble bytesPerSealedSample() {
        return perSample(head.sealedBytes(), head.sealedSamples());
    }

    private static OptionalDouble perSample(long bytes, long samples) {
        return samples == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) bytes / samples);
    }
}
