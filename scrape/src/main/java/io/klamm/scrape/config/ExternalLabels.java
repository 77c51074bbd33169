package io.klamm.scrape.config;

import io.klamm.config.Section;
import io.klamm.model.series.Labels;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code external_labels}. */
final class ExternalLabels {

    private ExternalLabels() {}

    static Labels bind(Section section) {
        Map<String, String> labels =
                new TreeMap<>(section.freeMap("external_labels").reveal());
        if (labels.remove(Labels.NAME) != null) {
            section.problem(
                    "external_labels", "\"" + Labels.NAME + "\" is not a valid label name here (expected: any other)");
        }
        if (labels.remove("") != null) {
            section.problem("external_labels", "an empty label name (expected: a name)");
        }
        labels.values().stream()
                .filter(value -> value.contains("${"))
                .findFirst()
                .ifPresent(
                        value -> section.warning("external_labels", "variables of the environment are not filled in"));
        return Labels.of(labels);
    }
}
