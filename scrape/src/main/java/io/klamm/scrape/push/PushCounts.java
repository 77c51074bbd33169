package io.klamm.scrape.push;

/**
 * What came of all requests since the start.
 *
 * @param taken pushes and deletions that were done
 * @param refused pushes and deletions that were not
 * @param samplesRefused samples that the store did not take
 */
public record PushCounts(long taken, long refused, long samplesRefused) {}
