package io.klamm.scrape.pool;

/**
 * What all scrapes came to since the start.
 *
 * @param scrapes that ended
 * @param failures of those
 * @param samples that were written
 * @param duplicates samples of a series that its page, or the store at that time, had already
 * @param outOfOrder samples older than their series' newest
 * @param outOfBounds samples too old or too far in the future for the store
 * @param refused samples that the store had no room for
 * @param notLogged batches that will not be there after a restart, because the disk is full or fails
 */
public record ScrapeCounts(
        long scrapes,
        long failures,
        long samples,
        long duplicates,
        long outOfOrder,
        long outOfBounds,
        long refused,
        long notLogged) {}
