package io.klamm.model.alert;

import java.time.Instant;
import java.util.List;

/**
 * An alert as the notifier keeps it.
 *
 * @param updatedAt when it was last told
 * @param receivers names of those that its routes lead to
 * @param silencedBy ids of the silences that keep it quiet
 * @param inhibitedBy fingerprints of the alerts that keep it quiet
 * @param mutedBy names of the time intervals that keep it quiet
 */
public record KeptAlert(
        Alert alert,
        Instant updatedAt,
        List<String> receivers,
        List<String> silencedBy,
        List<String> inhibitedBy,
        List<String> mutedBy) {

    public KeptAlert {
        receivers = List.copyOf(receivers);
        silencedBy = List.copyOf(silencedBy);
        inhibitedBy = List.copyOf(inhibitedBy);
        mutedBy = List.copyOf(mutedBy);
    }

    /** Whether nobody is told of it for now. */
    public boolean suppressed() {
        return !silencedBy.isEmpty() || !inhibitedBy.isEmpty() || !mutedBy.isEmpty();
    }
}
