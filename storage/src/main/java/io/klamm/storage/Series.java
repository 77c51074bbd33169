package io.klamm.storage;

import io.klamm.model.series.Labels;

/** One series of an answer. */
public interface Series {

    Labels labels();

    /** Its chunks within the querier's span, from the oldest; a new walk with every call. */
    ChunkCursor chunks();

    /** All samples of the querier's span, oldest first, put after what the buffer holds. */
    default void read(SampleBuffer into) {
        ChunkCursor chunks = chunks();
        while (chunks.next()) {
            chunks.read(into);
        }
    }
}
