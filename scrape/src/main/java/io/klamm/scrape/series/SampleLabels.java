package io.klamm.scrape.series;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.scrape.config.SampleConfig;
import io.klamm.scrape.exposition.ExposedLabels;
import io.klamm.scrape.relabel.Relabelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the labels of a page become in the store: those of the target join them, then the job's rules run. */
final class SampleLabels {

    private static final String EXPORTED = "exported_";

    private record Label(String name, String value) {}

    private final Labels target;
    private final boolean honor;
    private final Relabelling relabelling;

    SampleLabels(Labels target, SampleConfig config) {
        this.target = target;
        this.honor = config.honorLabels();
        this.relabelling = Relabelling.of(config.relabelling());
    }

    /** The labels of the series; nothing if the rules drop it. */
    Optional<Labels> of(ExposedLabels exposed) {
        LabelsBuilder labels = new LabelsBuilder();
        for (int i = 0; i < exposed.size(); i++) {
            labels.set(exposed.name(i), exposed.value(i));
        }
        if (honor) {
            addMissing(exposed, labels);
        } else {
            overwrite(labels);
        }
        return relabelling.apply(labels) ? Optional.of(labels.build()) : Optional.empty();
    }

    /** A label that the page has, even with an empty value, keeps the target's away. */
    private void addMissing(ExposedLabels exposed, LabelsBuilder labels) {
        for (int i = 0; i < target.size(); i++) {
            if (!has(exposed, target.name(i))) {
                labels.set(target.name(i), target.value(i));
            }
        }
    }

    private static boolean has(ExposedLabels exposed, String name) {
        for (int i = 0; i < exposed.size(); i++) {
            if (exposed.name(i).equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void overwrite(LabelsBuilder labels) {
        List<Label> conflicts = new ArrayList<>();
        for (int i = 0; i < target.size(); i++) {
            String there = labels.get(target.name(i));
            if (!there.isEmpty()) {
                conflicts.add(new Label(target.name(i), there));
            }
            labels.set(target.name(i), target.value(i));
        }
        // Shorter names first, so that a page's own exported_job is moved on by its job, and not the other way round.
        conflicts.sort(Comparator.comparingInt(label -> label.name().length()));
        for (Label conflict : conflicts) {
            String name = EXPORTED + conflict.name();
            while (!labels.get(name).isEmpty()) {
                name = EXPORTED + name;
            }
            labels.set(name, conflict.value());
        }
    }
}
