package io.klamm.tsdb.block;

import io.klamm.storage.ChunkSummary;
import org.jspecify.annotations.Nullable;

/**
 * Where a chunk is and what is known of it without reading it.
 *
 * @param column the column of its times
 * @param firstRow the first row of it in which the series has a value
 * @param lastRow the last
 * @param count how many values the series has
 * @param segment the chunk file
 * @param offset where in it the chunk begins
 * @param length how many bytes it has, without the checksum that follows
 */
record ChunkMeta(
        int column,
        int firstRow,
        int lastRow,
        int count,
        int segment,
        int offset,
        int length,
        @Nullable ChunkSummary summary) {

    /** Whether there are rows between the first and the last without a value: then the chunk begins with a presence. */
    boolean hasHoles() {
        return count != lastRow - firstRow + 1;
    }
}
