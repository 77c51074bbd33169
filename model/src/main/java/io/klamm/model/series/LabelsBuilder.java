package io.klamm.model.series;

import java.util.TreeMap;

/** Labels in the making: begins with some, sets and removes, and ends in {@link #build()}. For one thread. */
public final class LabelsBuilder {

    private final TreeMap<String, String> labels = new TreeMap<>(CodePointOrder.INSTANCE);

    public LabelsBuilder() {}

    LabelsBuilder(Labels base) {
        for (int i = 0; i < base.size(); i++) {
            labels.put(base.name(i), base.value(i));
        }
    }

    /** Sets a label, in place of one of the same name; an empty value removes it. */
    public LabelsBuilder set(String name, String value) {
        if (value.isEmpty()) {
            labels.remove(name);
        } else {
            labels.put(name, value);
        }
        return this;
    }

    public LabelsBuilder remove(String name) {
        labels.remove(name);
        return this;
    }

    /** The value as it stands; empty if there is none. */
    public String get(String name) {
        return labels.getOrDefault(name, "");
    }

    public Labels build() {
        return Labels.ofSorted(Labels.flat(labels));
    }
}
