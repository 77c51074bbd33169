package io.klamm.notifier.inhibit;

import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.InhibitConfig;
import io.klamm.storage.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An inhibition, able to match. Immutable. */
final class Rule {

    /** One kind of its sources. */
    record Source(List<Matcher> matchers, List<String> equal) {}

    private final List<Source> sources;
    private final List<Matcher> targets;

    Rule(InhibitConfig config) {
        this.sources = config.sources().stream()
                .map(source -> new Source(compiled(source.matchers()), source.equal()))
                .toList();
        this.targets = compiled(config.targets());
    }

    private static List<Matcher> compiled(List<AlertMatcher> matchers) {
        return matchers.stream().map(Matcher::of).toList();
    }

    /** It with those of the alerts that are its sources, by the values that must be the same. */
    ActiveRule among(List<Labels> firing) {
        List<ActiveRule.Found> found = new ArrayList<>();
        for (Source source : sources) {
            Map<Labels, List<Labels>> byEqual = new HashMap<>();
            for (Labels labels : firing) {
                if (Matcher.allMatch(source.matchers(), labels)) {
                    byEqual.computeIfAbsent(labels.only(source.equal()), key -> new ArrayList<>(1))
                            .add(labels);
                }
            }
            found.add(new ActiveRule.Found(source.equal(), byEqual));
        }
        return new ActiveRule(this, found);
    }

    boolean isSource(Labels labels) {
        return sources.stream().anyMatch(source -> Matcher.allMatch(source.matchers(), labels));
    }

    boolean isTarget(Labels labels) {
        return Matcher.allMatch(targets, labels);
    }
}
