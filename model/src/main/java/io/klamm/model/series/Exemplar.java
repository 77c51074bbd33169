package io.klamm.model.series;

/**
 * One example behind a sample, mostly the trace that it came from.
 *
 * @param labels such as {@code trace_id}
 * @param value the measured value
 * @param timestamp milliseconds since the epoch
 */
public record Exemplar(Labels labels, double value, long timestamp) {}
