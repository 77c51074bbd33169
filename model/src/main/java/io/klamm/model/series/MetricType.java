package io.klamm.model.series;

import java.util.Locale;

/** What kind of metric a family is, as expositions say it. */
public enum MetricType {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    GAUGEHISTOGRAM,
    SUMMARY,
    INFO,
    STATESET,
    UNKNOWN;

    /** The word in expositions and in Prometheus's API: {@code counter}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
