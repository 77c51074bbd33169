package io.klamm.storage;

import org.jspecify.annotations.Nullable;

/**
 * The samples of one series, chunk by chunk. Times rise strictly, over the whole walk; no chunk is empty, and none reaches beyond the querier's span.
 *
 * <p>A chunk may be skipped without being decoded: that is what {@link #summary()} is for. Belongs to the thread of its querier.
 */
public interface ChunkCursor {

    /** Steps to the next chunk; false at the end. Throws {@link StorageException} if it cannot be read. */
    boolean next();

    /** The time of the chunk's first sample, in milliseconds since the epoch. */
    long firstTime();

    /** The time of the chunk's last sample, in milliseconds since the epoch. */
    long lastTime();

    /** What the chunk's samples come to; null where that is not known without reading them. */
    @Nullable
    ChunkSummary summary();

    /** Puts the chunk's samples after what the buffer holds; none if the chunk turns out to be damaged, which is then a warning of its set. */
    void read(SampleBuffer into);
}
