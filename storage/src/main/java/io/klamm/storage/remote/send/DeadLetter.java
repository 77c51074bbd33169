package io.klamm.storage.remote.send;

import java.time.Instant;

/**
 * Samples that a destination has refused for good.
 *
 * @param at when
 * @param samples how many; where the destination kept some of a request, how many it did not
 * @param firstTime of the samples that were sent, in milliseconds since the epoch
 * @param lastTime of the samples that were sent, in milliseconds since the epoch
 * @param series one series of them
 * @param reason what the destination has said
 */
public record DeadLetter(Instant at, int samples, long firstTime, long lastTime, String series, String reason) {}
