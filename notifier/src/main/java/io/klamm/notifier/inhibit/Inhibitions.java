package io.klamm.notifier.inhibit;

import io.klamm.model.series.Labels;
import io.klamm.notifier.config.InhibitConfig;
import java.util.List;

/** All inhibitions of a configuration, able to match. Immutable. */
public final class Inhibitions {

    private final List<Rule> rules;

    public Inhibitions(List<InhibitConfig> configs) {
        this.rules = configs.stream().map(Rule::new).toList();
    }

    /** What these alerts, all of them firing, keep quiet. */
    public Inhibitor among(List<Labels> firing) {
        return new Inhibitor(rules.stream().map(rule -> rule.among(firing)).toList());
    }
}
