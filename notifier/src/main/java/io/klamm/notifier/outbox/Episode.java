package io.klamm.notifier.outbox;

import io.klamm.model.alert.Alert;
import java.time.Instant;

/**
 * One time that an alert fires, from its begin to its end. When it fires again after that, it is another episode.
 *
 * @param id never used twice
 * @param updatedAt when the alert was last told to us
 * @param over whether it is certain that it is over: nobody will make it longer
 */
public record Episode(long id, Alert alert, Instant updatedAt, boolean over) {

    /** It ended at this time. */
    public Episode ended(Instant at, Instant now) {
        Alert end = new Alert(alert.labels(), alert.annotations(), alert.startsAt(), at, alert.generatorUrl());
        return new Episode(id, end, now, true);
    }
}
