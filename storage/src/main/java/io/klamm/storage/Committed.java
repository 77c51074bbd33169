package io.klamm.storage;

/**
 * What became of a batch.
 *
 * @param samples how many samples readers can see now
 * @param logged whether the batch will be there after a restart; false while the disk is full or fails
 */
public record Committed(int samples, boolean logged) {}
