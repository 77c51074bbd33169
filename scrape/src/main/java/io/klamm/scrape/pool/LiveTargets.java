package io.klamm.scrape.pool;

import io.klamm.model.series.Labels;
import java.util.HashMap;
import java.util.Map;

/** The labels of all targets that are being scraped, whatever their job: series of a target that is gone may go on under another. Safe from any thread. */
final class LiveTargets {

    private final Map<Labels, Integer> targets = new HashMap<>();

    synchronized void add(Labels labels) {
        targets.merge(labels, 1, Integer::sum);
    }

    synchronized void remove(Labels labels) {
        targets.computeIfPresent(labels, (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized boolean has(Labels labels) {
        return targets.containsKey(labels);
    }
}
