package io.klamm.tsdb.head;

import io.klamm.storage.Outcome;
import io.klamm.tsdb.wal.WalStats;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the head fares.
 *
 * @param series at the moment
 * @param seriesCreated since the start
 * @param seriesRemoved since the start
 * @param appended samples since the start
 * @param late of these, samples that were older than the newest of their series
 * @param batches committed since the start
 * @param notLogged samples whose batch the log could not take at once
 * @param refused samples that were not taken, by reason; the same sample again counts as {@link Outcome#SAME}
 * @param chunksSealed since the start
 * @param chunkFiles at the moment
 * @param chunkBytes of these files
 * @param unsavedBytes of these, in memory only because the disk takes none
 * @param samplesDropped samples given up, at most, because the disk took no chunks for too long
 * @param damagedChunks reads of chunks that failed
 * @param oldest the time from which on the head is read, in milliseconds since the epoch; {@link Long#MIN_VALUE} before the first block
 * @param newest the time of the newest sample; {@link Long#MIN_VALUE} before the first
 * @param log how the log fares
 * @param lastError why chunk files cannot be saved; null while they can
 */
public record HeadStats(
        int series,
        long seriesCreated,
        long seriesRemoved,
        long appended,
        long late,
        long batches,
        long notLogged,
        Map<Outcome, Long> refused,
        long chunksSealed,
        int chunkFiles,
        long chunkBytes,
        long unsavedBytes,
        long samplesDropped,
        long damagedChunks,
        long oldest,
        long newest,
        WalStats log,
        @Nullable String lastError) {

    public HeadStats {
        refused = Map.copyOf(refused);
    }
}
