package io.klamm.rules.file;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule that warns of every series of its result.
 *
 * @param name the alert's
 * @param hold how long it has to be so before it fires: {@code for}
 * @param keepFiring how long it goes on firing after it is no longer so
 * @param labels templates by the label's name
 * @param annotations templates of texts for people, by name
 * @param keepWhileMissing whether an alert stays as it is while its data could not be read
 */
public record AlertingRule(
        String name,
        String expr,
        Duration hold,
        Duration keepFiring,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        boolean keepWhileMissing)
        implements Rule {

    public AlertingRule {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
