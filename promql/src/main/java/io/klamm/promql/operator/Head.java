package io.klamm.promql.operator;

import io.klamm.model.series.Labels;

/**
 * What is known of a series before its values.
 *
 * @param dropName whether the metric's name is to go in the end; only where that is put off (delayed name removal)
 */
public record Head(Labels labels, boolean dropName) {

    /** A series whose labels stay as they are. */
    public static Head of(Labels labels) {
        return new Head(labels, false);
    }
}
