package io.klamm.storage.memory;

import io.klamm.storage.Outcome;

/** What two samples of one series at one time are to each other. */
final class Outcomes {

    private Outcomes() {}

    static Outcome sameTime(double kept, double given) {
        return Double.doubleToRawLongBits(kept) == Double.doubleToRawLongBits(given) ? Outcome.SAME : Outcome.DUPLICATE;
    }
}
