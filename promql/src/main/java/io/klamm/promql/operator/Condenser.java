package io.klamm.promql.operator;

import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;

/** Puts what says the same as a chunk's samples in their place. */
public interface Condenser {

    /** Whoever needs every sample. */
    Condenser NONE = (chunk, first, last, samples) -> false;

    /**
     * Puts stand-ins for the samples of a chunk, which no window sees only in part, behind the samples so far; false, and nothing is put, if the chunk has to be read.
     *
     * @param first the time of its first sample, in milliseconds since the epoch
     * @param last the time of its last sample, in milliseconds since the epoch
     */
    boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples);
}
