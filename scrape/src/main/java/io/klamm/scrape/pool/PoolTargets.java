package io.klamm.scrape.pool;

import io.klamm.discovery.group.TargetGroup;
import io.klamm.model.series.Labels;
import io.klamm.scrape.targets.Target;
import io.klamm.scrape.targets.TargetBuilder;
import io.klamm.scrape.targets.TargetOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a job has to scrape: each target once, and what was left out. */
record PoolTargets(Map<Target.Key, Target> active, List<Labels> dropped, int droppedCount, List<String> problems) {

    static final PoolTargets NONE = new PoolTargets(Map.of(), List.of(), 0, List.of());

    /** @param mostDropped how many dropped ones are remembered; 0 for all */
    static PoolTargets of(TargetBuilder builder, List<TargetGroup> groups, int mostDropped) {
        Map<Target.Key, Target> active = new LinkedHashMap<>();
        List<Labels> dropped = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int count = 0;
        for (TargetOutcome outcome : builder.build(groups)) {
            if (outcome instanceof TargetOutcome.Active found) {
                active.putIfAbsent(found.target().key(), found.target());
            } else if (outcome instanceof TargetOutcome.Invalid invalid) {
                problems.add(invalid.discovered().get(TargetGroup.ADDRESS) + ": " + invalid.reason());
            } else if (outcome instanceof TargetOutcome.Dropped gone) {
                count++;
                if (mostDropped == 0 || dropped.size() < mostDropped) {
                    dropped.add(gone.discovered());
                }
            }
        }
        return new PoolTargets(active, dropped, count, problems);
    }
}
