package io.klamm.promql.engine;

/**
 * What a query cost.
 *
 * @param samplesRead samples that were read from the store, each time that they were
 * @param peakSamples the most samples that were in memory at once
 * @param queueNanos how long it waited for its place
 * @param evalNanos how long it took from there on
 */
public record QueryStats(long samplesRead, long peakSamples, long queueNanos, long evalNanos) {}
