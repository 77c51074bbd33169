package io.klamm.model.series;

/** What is known about a metric family beside its samples: its kind, its help text and its unit, each possibly empty. */
public record Metadata(MetricType type, String help, String unit) {}
