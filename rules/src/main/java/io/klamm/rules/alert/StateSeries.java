package io.klamm.rules.alert;

import io.klamm.model.series.Labels;
import java.util.Set;

/** The series by which the states of alerts are kept. */
public final class StateSeries {

    /** 1 while an alert is pending or firing. */
    public static final String ALERTS = "ALERTS";

    /** Since when the expression gives it, in seconds since the epoch. */
    public static final String FOR_STATE = "ALERTS_FOR_STATE";

    /** The label of {@link #ALERTS} that says which of the two. */
    public static final String STATE = "alertstate";

    /** Its value for what fires. */
    public static final String FIRING = "firing";

    private StateSeries() {}

    static Labels alerts(Labels alert, boolean firing) {
        return alert.builder()
                .set(Labels.NAME, ALERTS)
                .set(STATE, firing ? FIRING : "pending")
                .build();
    }

    static Labels forState(Labels alert) {
        return alert.with(Labels.NAME, FOR_STATE);
    }

    /** The labels of the alert that a series is of. */
    public static Labels alertOf(Labels series) {
        return series.without(Set.of(Labels.NAME, STATE));
    }
}
