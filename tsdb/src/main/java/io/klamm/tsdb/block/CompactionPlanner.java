package io.klamm.tsdb.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Says which blocks to merge next. Blocks that overlap come first, then those within one window of the next larger span, from the smallest span and the oldest window on; a window is the part of time between two multiples of
 * a span.
 *
 * @param spans the spans in milliseconds, rising, each a multiple of the one before; the first is that of blocks of the head
 * @param deletedShare a block is written again if this share of its series, from 0 to 1, has something deleted
 */
public record CompactionPlanner(List<Long> spans, double deletedShare) {

    private static final long HOUR = 3_600_000;

    /** 2 hours, 12 hours, 3 days, 30 days; a twentieth deleted. */
    public static final CompactionPlanner DEFAULT =
            new CompactionPlanner(List.of(2 * HOUR, 12 * HOUR, 72 * HOUR, 720 * HOUR), 0.05);

    /** An index, and a file of times, must stay below 2 GiB; merging rather makes them smaller than larger. */
    private static final long MOST_INDEX_BYTES = 3L << 29;

    public CompactionPlanner {
        spans = List.copyOf(spans);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i) <= spans.get(i - 1) || spans.get(i) % spans.get(i - 1) != 0) {
                throw new IllegalArgumentException(
                        "spans: " + spans + " (expected: each a multiple of the one before)");
            }
        }
    }

    /**
     * The blocks to merge next, in the order of their age; none if all is well.
     *
     * @param closed nothing older will be written as a block any more, in milliseconds since the epoch
     * @param deletions how many series of a block have something deleted
     */
    public List<BlockMeta> next(List<BlockMeta> blocks, long closed, ToIntFunction<BlockMeta> deletions) {
        List<BlockMeta> sorted = blocks.stream()
                .sorted(Comparator.comparingLong(BlockMeta::from).thenComparing(BlockMeta::id))
                .toList();
        List<BlockMeta> found = overlapping(sorted);
        for (int i = 1; found.isEmpty() && i < spans.size(); i++) {
            found = window(sorted, spans.get(i), closed);
        }
        if (found.isEmpty()) {
            found = sorted.stream()
                    .filter(block -> deletions.applyAsInt(block) > 0
                            && deletions.applyAsInt(block) >= deletedShare * block.series())
                    .limit(1)
                    .toList();
        }
        return found.stream().sorted(Comparator.comparing(BlockMeta::id)).toList();
    }

    /** The oldest blocks that hang together by overlapping. */
    private static List<BlockMeta> overlapping(List<BlockMeta> sorted) {
        List<BlockMeta> chain = new ArrayList<>();
        long to = Long.MIN_VALUE;
        for (BlockMeta block : sorted) {
            if (!chain.isEmpty() && block.from() > to) {
                if (chain.size() > 1 && fits(chain)) {
                    return chain;
                }
                chain = new ArrayList<>();
            }
            chain.add(block);
            to = chain.size() == 1 ? block.to() : Math.max(to, block.to());
        }
        return chain.size() > 1 && fits(chain) ? chain : List.of();
    }

    /** The blocks of the oldest window that is over and has more than one. */
    private static List<BlockMeta> window(List<BlockMeta> sorted, long span, long closed) {
        Map<Long, List<BlockMeta>> windows = new TreeMap<>();
        for (BlockMeta block : sorted) {
            long window = Math.floorDiv(block.from(), span);
            if (window == Math.floorDiv(block.to(), span) && (window + 1) * span <= closed) {
                windows.computeIfAbsent(window, key -> new ArrayList<>()).add(block);
            }
        }
        return windows.values().stream()
                .filter(inside -> inside.size() > 1 && fits(inside))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean fits(List<BlockMeta> blocks) {
        return bytes(blocks, BlockFiles.INDEX) < MOST_INDEX_BYTES && bytes(blocks, BlockFiles.TIMES) < MOST_INDEX_BYTES;
    }

    private static long bytes(List<BlockMeta> blocks, String file) {
        return blocks.stream()
                .mapToLong(block -> block.files().getOrDefault(file, 0L))
                .sum();
    }
}
