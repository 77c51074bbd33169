package io.klamm.rules.alert;

import io.klamm.model.series.Labels;
import java.time.Instant;

/** Knows whether what an alert is judged by could be read. Called by several threads. */
public interface DataHealth {

    /** All data are as they should be, always. */
    DataHealth ALWAYS = (labels, at) -> true;

    /** Whether the data behind an alert of these labels are current at this time. */
    boolean current(Labels alert, Instant at);
}
