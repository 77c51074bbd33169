package io.klamm.storage;

/**
 * What the samples of a chunk come to, bit for bit what reading them would give. Only chunks of finite values have one: no stale marker, no NaN, no infinity.
 *
 * @param count samples
 * @param min the smallest value
 * @param max the largest value
 * @param sum the sum as the query engine forms it: Kahan-Neumaier, oldest first
 * @param compensation the rest that the sum's rounding left
 * @param first the first value
 * @param last the last value
 * @param resets how often the value fell
 * @param increase of a counter: last - first + the value before each reset
 */
public record ChunkSummary(
        int count,
        double min,
        double max,
        double sum,
        double compensation,
        double first,
        double last,
        int resets,
        double increase) {}
