package io.klamm.rules.file;

import io.klamm.config.Section;
import io.klamm.model.series.LabelText;
import io.klamm.model.series.Labels;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which names may be given, and sections whose keys are such names. */
final class Names {

    private final boolean legacy;

    /** @param legacy letters, digits and underscores only */
    Names(boolean legacy) {
        this.legacy = legacy;
    }

    boolean label(String name) {
        return legacy ? LabelText.isClassicLabelName(name) : !name.isEmpty();
    }

    boolean metric(String name) {
        return legacy ? LabelText.isClassicMetricName(name) : !name.isEmpty();
    }

    SortedMap<String, String> labels(Section section) {
        Section labels = section.section("labels");
        SortedMap<String, String> found = texts(labels, "label");
        if (found.containsKey(Labels.NAME)) {
            labels.problem(Labels.NAME, "not to be set by labels (expected: any other name)");
        }
        return found;
    }

    SortedMap<String, String> annotations(Section section) {
        return texts(section.section("annotations"), "annotation");
    }

    private SortedMap<String, String> texts(Section section, String what) {
        SortedMap<String, String> found = new TreeMap<>();
        for (String name : section.keys()) {
            found.put(name, section.text(name, ""));
            if (!label(name)) {
                section.problem(name, "not a name of a " + what + " (expected: " + expected() + ")");
            }
        }
        return found;
    }

    private String expected() {
        return legacy ? "letters, digits and underscores, not a digit first" : "any text but the empty one";
    }
}
