package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Alert;
import java.time.Instant;

/** Alerts made of alerts. */
final class Alerts {

    private Alerts() {}

    static Alert until(Alert alert, Instant end) {
        return new Alert(alert.labels(), alert.annotations(), alert.startsAt(), end, alert.generatorUrl());
    }

    /** What is known of an alert after it is told again: its first begin, and all else as it is now. */
    static Alert merged(Alert known, Alert told) {
        Instant start = known.startsAt().isBefore(told.startsAt()) ? known.startsAt() : told.startsAt();
        return new Alert(told.labels(), told.annotations(), start, told.endsAt(), told.generatorUrl());
    }
}
