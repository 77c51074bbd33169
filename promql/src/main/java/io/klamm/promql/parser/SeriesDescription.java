package io.klamm.promql.parser;

import io.klamm.model.series.Labels;
import java.util.List;

/**
 * One series of a test: its labels and what it holds at the beginning and after each step.
 *
 * @param values one for each step
 */
public record SeriesDescription(Labels labels, List<Value> values) {

    /** What a series holds at one step. */
    public enum Kind {
        /** A number. */
        FLOAT,
        /** The marker that says that the series ended. */
        STALE,
        /** Nothing. */
        OMITTED,
        /** A native histogram, of which only its presence is known. */
        HISTOGRAM
    }

    /**
     * What a series holds at one step.
     *
     * @param number of a {@link Kind#FLOAT}; the marker's bits of a {@link Kind#STALE}; else not a number
     */
    public record Value(Kind kind, double number) {}

    public SeriesDescription {
        values = List.copyOf(values);
    }

    /** Whether there is a native histogram in it. */
    public boolean hasHistogram() {
        return values.stream().anyMatch(value -> value.kind() == Kind.HISTOGRAM);
    }
}
