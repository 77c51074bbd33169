package io.klamm.notifier.dispatch;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.NotifierConfig;
import io.klamm.notifier.config.RouteConfig;
import io.klamm.notifier.inhibit.Inhibitor;
import io.klamm.notifier.silence.Silences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why nobody is told: silences, other alerts, the time. Immutable. */
public record Quiet(NotifierConfig config, Silences silences, Inhibitor inhibitor) {

    /** Whether nobody is told of the alert, whatever its route. */
    boolean quiets(Alert alert, Instant time) {
        return !silences.quieting(alert.labels(), time).isEmpty() || inhibitor.quiets(alert);
    }

    /** Whether a route is quiet, or an alert. */
    boolean quiets(RouteConfig route, Alert alert, Instant time) {
        return !mutedBy(route, time).isEmpty() || quiets(alert, time);
    }

    /** Names of the intervals because of which a route is quiet. */
    List<String> mutedBy(RouteConfig route, Instant time) {
        List<String> names = new ArrayList<>();
        for (String name : route.muteTimes()) {
            if (contains(name, time)) {
                names.add(name);
            }
        }
        boolean active =
                route.activeTimes().isEmpty() || route.activeTimes().stream().anyMatch(name -> contains(name, time));
        if (!active) {
            names.addAll(route.activeTimes());
        }
        return names;
    }

    private boolean contains(String name, Instant time) {
        var interval = config.times().get(name);
        return interval != null && interval.contains(time);
    }

    List<String> silencedBy(Labels labels, Instant time) {
        return silences.quieting(labels, time);
    }

    List<String> inhibitedBy(Labels labels) {
        return inhibitor.quieting(labels).stream()
                .map(found -> Alert.of(found, Map.of(), Instant.EPOCH, Instant.EPOCH, "")
                        .fingerprint())
                .toList();
    }
}
