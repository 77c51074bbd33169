package io.klamm.model.alert;

import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.List;

/**
 * A message that was given up: it will never be accepted as it is.
 *
 * @param id to try it again or to drop it by
 * @param receiver who was to be told, and by which {@code kind} of channel
 * @param groupLabels of its alerts
 * @param alerts names of its alerts, each once
 * @param reason what the other side said
 */
public record DeadLetter(
        String id, String receiver, String kind, Labels groupLabels, List<String> alerts, Instant at, String reason) {

    public DeadLetter {
        alerts = List.copyOf(alerts);
    }
}
