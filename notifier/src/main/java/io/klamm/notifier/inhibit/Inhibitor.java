package io.klamm.notifier.inhibit;

import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import java.util.List;
import java.util.TreeSet;

/** What the alerts that fire at one time keep quiet. Immutable. */
public final class Inhibitor {

    private final List<ActiveRule> rules;

    Inhibitor(List<ActiveRule> rules) {
        this.rules = rules;
    }

    /** Labels of the alerts that keep this one quiet; one of each rule that does. */
    public List<Labels> quieting(Labels labels) {
        TreeSet<Labels> found = new TreeSet<>();
        rules.forEach(rule -> rule.quieting(labels).ifPresent(found::add));
        return List.copyOf(found);
    }

    /** Whether some alert keeps this one quiet. */
    public boolean quiets(Alert alert) {
        return rules.stream().anyMatch(rule -> rule.quieting(alert.labels()).isPresent());
    }
}
