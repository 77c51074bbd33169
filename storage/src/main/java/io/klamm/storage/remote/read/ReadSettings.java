package io.klamm.storage.remote.read;

/**
 * What one remote read may take.
 *
 * @param maxSamples samples of all its queries, where samples are asked for
 * @param frameBytes how large a message of a stream may become before the next is begun
 */
public record ReadSettings(long maxSamples, int frameBytes) {

    public static final ReadSettings USUAL = new ReadSettings(50_000_000, 1 << 20);
}
