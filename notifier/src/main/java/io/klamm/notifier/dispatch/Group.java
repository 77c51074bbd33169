package io.klamm.notifier.dispatch;

import io.klamm.model.series.Labels;
import io.klamm.notifier.route.Route;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Alerts that are told together. Guarded by its owner. */
final class Group {

    private final String key;
    private final Route route;
    private final Labels labels;
    private final Set<Long> episodes = new TreeSet<>();
    private Instant next;

    Group(String key, Route route, Labels labels, Instant next) {
        this.key = key;
        this.route = route;
        this.labels = labels;
        this.next = next;
    }

    String key() {
        return key;
    }

    Route route() {
        return route;
    }

    String receiver() {
        return route.config().receiver();
    }

    Labels labels() {
        return labels;
    }

    Set<Long> episodes() {
        return episodes;
    }

    Instant next() {
        return next;
    }

    void next(Instant time) {
        next = time;
    }
}
