package io.klamm.tsdb.block;

import io.klamm.tsdb.chunk.ChunkEncoder;

/**
 * How a block is cut.
 *
 * @param rows about so many samples go into a chunk
 * @param segmentBytes a chunk file is not begun with more than that; less than 2 GiB
 */
public record BlockSettings(int rows, long segmentBytes) {

    private static final long GIB = 1L << 30;

    /** For blocks of the head: chunks of two hours at a sample every 15 s, files of 1 GiB. */
    public static final BlockSettings HEAD = new BlockSettings(480, GIB);

    /** For blocks that are merged: chunks three times as long, which also take less room. */
    public static final BlockSettings MERGED = new BlockSettings(1_440, GIB);

    public BlockSettings {
        if (rows < 1 || rows > ChunkEncoder.MOST_VALUES / 2) {
            throw new IllegalArgumentException(
                    "rows: " + rows + " (expected: 1 to " + ChunkEncoder.MOST_VALUES / 2 + ")");
        }
        if (segmentBytes < 1 || segmentBytes > GIB) {
            throw new IllegalArgumentException("segment: " + segmentBytes + " bytes (expected: 1 to " + GIB + ")");
        }
    }
}
