package io.klamm.model.alert;

import io.klamm.model.series.Labels;
import java.util.List;

/**
 * Alerts that are told together.
 *
 * @param key the same over restarts: the path of the route and the labels
 * @param labels those it is grouped by
 * @param receiver who is told
 */
public record AlertGroup(String key, Labels labels, String receiver, List<KeptAlert> alerts) {

    public AlertGroup {
        alerts = List.copyOf(alerts);
    }
}
