package io.klamm.cmd.alerting;

import io.klamm.model.series.Labels;
import io.klamm.rules.alert.DataHealth;
import io.klamm.web.ClusterView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether what an alert is judged by could be read: a cluster's data are current while its newest reading is no older than three of its intervals and has all of brokers, topics,
 * groups and offsets. An alert that names no cluster hangs on all of them.
 */
final class ReadingHealth implements DataHealth {

    private static final String CLUSTER = "cluster";
    private static final int INTERVALS = 3;

    /** What a reading must have. Others, such as the sizes of logs, are often not to be had for good, and few alerts hang on them. */
    private static final Set<String> NEEDED = Set.of("brokers", "topics", "end offsets", "groups", "group offsets");

    private final Supplier<List<ClusterView>> clusters;

    ReadingHealth(Supplier<List<ClusterView>> clusters) {
        this.clusters = clusters;
    }

    @Override
    public boolean current(Labels alert, Instant at) {
        String cluster = alert.get(CLUSTER);
        return clusters.get().stream()
                .filter(view -> cluster.isEmpty() || view.name().equals(cluster))
                .allMatch(view -> current(view, at));
    }

    private static boolean current(ClusterView view, Instant at) {
        Duration patience = view.interval().multipliedBy(INTERVALS);
        return view.reading()
                .filter(reading ->
                        reading.snapshot().problems().stream().noneMatch(problem -> NEEDED.contains(problem.fact())))
                .filter(reading -> !at.isAfter(reading.snapshot().takenAt().plus(patience)))
                .isPresent();
    }
}
