package io.klamm.model.alert;

import io.klamm.model.series.Labels;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that is wrong, as a rule or another program tells it. The labels are its identity: whoever tells the same labels again tells of the same
 * alert.
 *
 * @param labels with {@code alertname}; never empty
 * @param annotations texts for people, by name
 * @param startsAt since when it is wrong
 * @param endsAt from when it is over, unless it is told again with a later end: in the past for an alert that is resolved
 * @param generatorUrl where it can be looked at; may be empty
 */
public record Alert(
        Labels labels, SortedMap<String, String> annotations, Instant startsAt, Instant endsAt, String generatorUrl) {

    public Alert {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("alert: no labels (expected: at least alertname)");
        }
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /** An alert of annotations in any order. */
    public static Alert of(
            Labels labels, Map<String, String> annotations, Instant startsAt, Instant endsAt, String generatorUrl) {
        return new Alert(labels, new TreeMap<>(annotations), startsAt, endsAt, generatorUrl);
    }

    /** Its name: the label {@code alertname}; empty where it has none. */
    public String name() {
        return labels.get("alertname");
    }

    /** Whether it is over at this time. */
    public boolean resolvedAt(Instant time) {
        return !endsAt.isAfter(time);
    }

    /** Sixteen hexadecimal digits of its labels, the same in every process: Alertmanager's fingerprint. */
    public String fingerprint() {
        return Fingerprint.of(labels);
    }
}
