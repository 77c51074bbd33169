package io.klamm.discovery.group;

import io.klamm.config.Section;
import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import java.util.List;

/**
 * Targets that were found together.
 *
 * @param source where they were found, distinct among the groups of one source
 * @param targets the labels that each has of its own, {@value #ADDRESS} among them
 * @param labels what all of them have beside their own
 */
public record TargetGroup(String source, List<Labels> targets, Labels labels) {

    /** The label that holds {@code host:port}. */
    public static final String ADDRESS = "__address__";

    public TargetGroup {
        targets = List.copyOf(targets);
    }

    /** An item of {@code static_configs}, or of a file of targets: {@code targets} and {@code labels}. */
    public static TargetGroup bind(Section section) {
        List<Labels> targets = section.strings("targets").stream()
                .map(address -> Labels.of(ADDRESS, address))
                .toList();
        Labels labels = Labels.of(section.freeMap("labels").reveal());
        return new TargetGroup("", targets, labels);
    }

    /** The same group, found there. */
    public TargetGroup from(String newSource) {
        return new TargetGroup(newSource, targets, labels);
    }

    /** The same group with one label more for all of its targets. */
    public TargetGroup with(String label, String value) {
        return new TargetGroup(source, targets, labels.with(label, value));
    }

    /** All labels of one of the targets: its own before the group's. */
    public Labels labelsOf(Labels target) {
        LabelsBuilder all = labels.builder();
        for (int i = 0; i < target.size(); i++) {
            all.set(target.name(i), target.value(i));
        }
        return all.build();
    }
}
