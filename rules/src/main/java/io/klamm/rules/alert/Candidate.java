package io.klamm.rules.alert;

import io.klamm.model.series.Labels;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alert as one evaluation gives it.
 *
 * @param labels its identity, {@code alertname} among them
 * @param source labels of the series that it came from, without a name
 */
public record Candidate(Labels labels, Labels source, SortedMap<String, String> annotations, double value) {

    public Candidate {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
