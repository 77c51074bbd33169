package io.klamm.storage.remote.write;

import io.klamm.storage.remote.wire.SnappyBlock;
import java.time.Duration;

/**
 * What a receiver takes.
 *
 * @param maxBytes size of a decompressed request
 * @param maxSamples samples of one request
 * @param maxAhead how far beyond our clock a sample's time may lie
 * @param clients how many clients are known at once; the one that has been silent longest is forgotten
 * @param cachedSeries how many series of all clients are found by the bytes of their labels
 * @param logged whether a request only succeeds when the store's log has it; to be false for a store that has no log
 */
public record WriteSettings(
        int maxBytes, int maxSamples, Duration maxAhead, int clients, int cachedSeries, boolean logged) {

    public static final WriteSettings USUAL =
            new WriteSettings(SnappyBlock.MAX_DECODED, 1_000_000, Duration.ofMinutes(10), 256, 2_000_000, true);

    public WriteSettings {
        if (maxSamples > Rows.MAX) {
            throw new IllegalArgumentException("samples: " + maxSamples + " (expected: at most " + Rows.MAX + ")");
        }
    }

    /** The same for a store without a log. */
    public WriteSettings withoutLog() {
        return new WriteSettings(maxBytes, maxSamples, maxAhead, clients, cachedSeries, false);
    }
}
