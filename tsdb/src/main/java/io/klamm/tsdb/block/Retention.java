package io.klamm.tsdb.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long blocks are kept.
 *
 * @param millis so long after their last sample, in milliseconds; 0 for ever
 * @param bytes so many bytes in all, the newest first; 0 for any number
 */
public record Retention(long millis, long bytes) {

    /** Nothing is deleted. */
    public static final Retention FOREVER = new Retention(0, 0);

    public Retention {
        if (millis < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    "retention: " + millis + " ms, " + bytes + " bytes (expected: 0 or more)");
        }
    }

    /**
     * The blocks that are to go, the oldest first.
     *
     * @param now in milliseconds since the epoch
     * @param otherBytes what else counts, such as the log of the head
     */
    public List<BlockMeta> expired(List<BlockMeta> blocks, long now, long otherBytes) {
        List<BlockMeta> newestFirst = blocks.stream()
                .sorted(Comparator.comparingLong(BlockMeta::to)
                        .thenComparing(BlockMeta::id)
                        .reversed())
                .toList();
        List<BlockMeta> expired = new ArrayList<>();
        long sum = otherBytes;
        for (BlockMeta block : newestFirst) {
            sum += block.bytes();
            if ((millis > 0 && block.to() < now - millis) || (bytes > 0 && sum > bytes)) {
                expired.add(0, block);
            }
        }
        return List.copyOf(expired);
    }
}
