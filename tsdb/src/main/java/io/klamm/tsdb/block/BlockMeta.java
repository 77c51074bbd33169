package io.klamm.tsdb.block;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a block without reading it.
 *
 * @param id its name
 * @param from the time of its first sample, in milliseconds since the epoch
 * @param to the time of its last sample
 * @param level how often its samples were merged into a new block; 1 for one that came from the head
 * @param replaces the blocks whose samples it has: they may be deleted, and must not be read beside it
 * @param series how many series it has
 * @param samples how many samples
 * @param chunks how many chunks
 * @param files the length of each of its files in bytes, by name, without this one and the tombstones
 */
public record BlockMeta(
        BlockId id,
        long from,
        long to,
        int level,
        List<BlockId> replaces,
        long series,
        long samples,
        long chunks,
        SortedMap<String, Long> files) {

    public BlockMeta {
        replaces = List.copyOf(replaces);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (from > to) {
            throw new IllegalArgumentException("block " + id + ": from " + from + " to " + to + " (expected: a span)");
        }
    }

    /** The length of all its files, in bytes. */
    public long bytes() {
        return files.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The milliseconds from its first to behind its last sample. */
    public long span() {
        return to - from + 1;
    }

    /** Whether it has samples of a span of time, both ends included. */
    public boolean overlaps(long first, long last) {
        return from <= last && first <= to;
    }
}
