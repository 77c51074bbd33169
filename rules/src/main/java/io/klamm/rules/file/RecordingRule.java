package io.klamm.rules.file;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule that writes the result of its expression as series.
 *
 * @param name the metric's
 */
public record RecordingRule(String name, String expr, SortedMap<String, String> labels) implements Rule {

    public RecordingRule {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
