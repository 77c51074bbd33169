package io.klamm.notifier.inhibit;

import io.klamm.model.series.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An inhibition with the alerts that fire and are its sources. */
record ActiveRule(Rule rule, List<Found> sources) {

    /** Sources of one kind by the labels that must be the same. */
    record Found(List<String> equal, Map<Labels, List<Labels>> byEqual) {}

    /** An alert that is a target too keeps no alert quiet that is a source too: else two could do it to each other, or one to itself. */
    Optional<Labels> quieting(Labels target) {
        if (!rule.isTarget(target)) {
            return Optional.empty();
        }
        return sources.stream()
                .flatMap(source -> source.byEqual().getOrDefault(target.only(source.equal()), List.of()).stream()
                        .filter(found -> !(rule.isTarget(found) && rule.isSource(target))))
                .findFirst();
    }
}
