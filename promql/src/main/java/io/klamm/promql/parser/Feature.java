package io.klamm.promql.parser;

/** A part of the language that whoever evaluates it may not offer. */
public enum Feature {
    /** Functions and aggregations that Prometheus has behind a flag. */
    EXPERIMENTAL_FUNCTIONS,
    /** Arithmetic in ranges, steps and offsets: {@code [step() * 2]}. */
    DURATION_EXPRESSIONS,
    /** {@code anchored} and {@code smoothed}. */
    EXTENDED_SELECTORS,
    /** {@code fill}, {@code fill_left} and {@code fill_right}. */
    FILL,
    /** {@code </} and {@code >/}, which cut native histograms. */
    HISTOGRAM_TRIM,
    /** Start times of samples in a test's series. */
    START_TIMESTAMPS
}
