package io.klamm.promql.functions;

import io.klamm.promql.row.Row;
import io.klamm.promql.row.Windows;
import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;

/** A function over the samples of a range, for all windows of one series at once. Has room of its own, so it belongs to one thread. */
public interface RangeKernel {

    /**
     * Puts what says the same as a chunk's samples, which no window sees only in part, in their place behind the samples so far; false, and nothing is put, if the chunk has to be read.
     *
     * @param first the time of its first sample, in milliseconds since the epoch
     * @param last the time of its last sample, in milliseconds since the epoch
     */
    default boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
        return false;
    }

    /**
     * Computes the values of a row from the samples of a series.
     *
     * @param samples sorted by time, without stale markers
     */
    void evaluate(SampleBuffer samples, Windows windows, Row out);
}
