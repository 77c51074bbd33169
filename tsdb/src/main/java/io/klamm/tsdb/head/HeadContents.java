package io.klamm.tsdb.head;

/**
 * How much the head has.
 *
 * @param series at the moment
 * @param samples in tails, chunks and among the late ones
 * @param chunks sealed
 * @param sealedSamples of the samples, those in sealed chunks
 * @param chunkBytes of the files of these chunks
 * @param oldest the time of the oldest sample, or a little before; {@link Long#MAX_VALUE} if there is none
 * @param newest the time of the newest sample; {@link Long#MIN_VALUE} if there is none
 */
public record HeadContents(
        long series, long samples, long chunks, long sealedSamples, long chunkBytes, long oldest, long newest) {}
