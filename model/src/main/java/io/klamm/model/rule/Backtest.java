package io.klamm.model.rule;

import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alerting rule would have done on the history that is kept.
 *
 * @param evaluations how often it was evaluated
 * @param incidents all times it would have been pending or firing, oldest first
 */
public record Backtest(String group, String alert, long evaluations, List<Incident> incidents) {

    public Backtest {
        incidents = List.copyOf(incidents);
    }

    /** How often it would have fired. */
    public long fired() {
        return incidents.stream()
                .filter(incident -> incident.firingAt() != null)
                .count();
    }

    /**
     * One alert from its begin to its end.
     *
     * @param pendingAt when the expression first gave it
     * @param firingAt when it would have fired, null where it was over before
     * @param resolvedAt when it was over, null where it still is not at the end of the span
     * @param value of the expression, the newest
     */
    public record Incident(
            Labels labels,
            Instant pendingAt,
            @Nullable Instant firingAt,
            @Nullable Instant resolvedAt,
            double value) {}
}
