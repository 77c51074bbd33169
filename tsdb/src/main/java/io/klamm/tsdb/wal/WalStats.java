package io.klamm.tsdb.wal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the log fares.
 *
 * @param segments files on the disk
 * @param bytes of these files
 * @param appendedBytes given to the log since the start
 * @param appendedSamples given to the log since the start
 * @param syncs that succeeded
 * @param writeFailures writes and new files that failed
 * @param syncFailures syncs that failed
 * @param backlogBytes in memory, waiting for the disk
 * @param droppedBytes that waited in vain: more than the settings allow
 * @param readerLostBytes deleted before a named reader had read them
 * @param failingSince since when nothing can be written; null while it can
 * @param lastError the newest failure; null while all is well
 */
public record WalStats(
        int segments,
        long bytes,
        long appendedBytes,
        long appendedSamples,
        long syncs,
        long writeFailures,
        long syncFailures,
        long backlogBytes,
        long droppedBytes,
        long readerLostBytes,
        @Nullable Instant failingSince,
        @Nullable String lastError) {}
