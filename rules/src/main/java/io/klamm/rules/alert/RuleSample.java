package io.klamm.rules.alert;

import io.klamm.model.series.Labels;

/** A value that a rule writes. */
public record RuleSample(Labels labels, double value) {}
