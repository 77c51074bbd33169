package io.klamm.model.verdict;

/**
 * One end offset as it was read.
 *
 * @param offset the next offset to be written
 * @param atMillis when it was read, by our clock
 */
public record EndPoint(long offset, long atMillis) {}
