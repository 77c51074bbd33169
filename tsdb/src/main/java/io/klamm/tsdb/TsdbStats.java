package io.klamm.tsdb;

import io.klamm.tsdb.head.HeadStats;
import org.jspecify.annotations.Nullable;

/**
 * How the store fares, in numbers: the source of the {@code klamm_tsdb_*} metrics.
 *
 * @param head the newest hours, and the log
 * @param blocks on the disk
 * @param blockBytes of these blocks
 * @param blockSamples in these blocks
 * @param damagedBlocks that could not be opened
 * @param damagedReads how often something in an open block could not be read, since the start
 * @param damage what one of these was, for a person; null if there were none
 * @param blocksCut from the head, since the start
 * @param merges of blocks, since the start
 * @param blocksExpired deleted because they were kept long enough, since the start
 * @param openReaders at the moment
 * @param freeBytes that the disk has left; -1 if that is not known
 */
public record TsdbStats(
        HeadStats head,
        int blocks,
        long blockBytes,
        long blockSamples,
        int damagedBlocks,
        long damagedReads,
        @Nullable String damage,
        long blocksCut,
        long merges,
        long blocksExpired,
        int openReaders,
        long freeBytes) {}
