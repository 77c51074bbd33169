package io.klamm.rules.alert;

import io.klamm.model.series.Labels;

/** Judges an alert that the expression no longer gives. */
public interface Absence {

    /** What the expression does not give is not so. */
    Absence RESOLVES = (alert, source) -> false;

    /**
     * Whether the alert is to be kept, for it is not given only because its data could not be read.
     *
     * @param alert its labels
     * @param source labels of the series that it came from, without a name
     */
    boolean holds(Labels alert, Labels source);
}
