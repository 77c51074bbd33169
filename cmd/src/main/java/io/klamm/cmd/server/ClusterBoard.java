package io.klamm.cmd.server;

import io.klamm.lag.LagKeeper;
import io.klamm.model.ComponentStatus;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import io.klamm.web.ClusterView;
import io.klamm.web.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The newest reading of every cluster: written by the collectors' threads, read by the web's, never blocking either.
 *
 * <p>The list of clusters changes only when the configuration does, and then as a whole.
 */
final class ClusterBoard implements Views {

    private final Map<String, ClusterView.Reading> readings = new ConcurrentHashMap<>();
    private volatile List<Entry> entries = List.of();
    private volatile List<Supplier<ComponentStatus>> others = List.of();

    /** A cluster that is watched. */
    record Entry(String name, Duration interval, Supplier<ComponentStatus> status, LagKeeper keeper) {}

    /** Shows these clusters, in this order; readings of others are forgotten. */
    void show(List<Entry> clusters) {
        entries = List.copyOf(clusters);
        readings.keySet().retainAll(clusters.stream().map(Entry::name).toList());
    }

    /** Shows these components after the clusters. */
    void showComponents(List<Supplier<ComponentStatus>> components) {
        others = List.copyOf(components);
    }

    /** Replaces the cluster's reading. */
    void publish(ClusterView.Reading reading) {
        readings.put(reading.snapshot().cluster(), reading);
    }

    /** Forgets a reading, when what is known by this name is another cluster from now on. */
    void forget(String cluster) {
        readings.remove(cluster);
    }

    @Override
    public List<ClusterView> clusters() {
        List<ClusterView> views = new ArrayList<>();
        for (Entry entry : entries) {
            views.add(new ClusterView(
                    entry.name(),
                    entry.interval(),
                    entry.status().get(),
                    Optional.ofNullable(readings.get(entry.name()))));
        }
        return views;
    }

    /** Judged as of the newest reading, so that lists and details agree. */
    @Override
    public Optional<GroupVerdict> explain(String cluster, String group) {
        return keeper(cluster).flatMap(keeper -> keeper.explain(group, judgedAt(cluster)));
    }

    @Override
    public Optional<LagHistory> history(String cluster, String group) {
        return keeper(cluster).flatMap(keeper -> keeper.history(group, judgedAt(cluster)));
    }

    private Optional<LagKeeper> keeper(String cluster) {
        return entries.stream()
                .filter(entry -> entry.name().equals(cluster) && readings.containsKey(cluster))
                .map(Entry::keeper)
                .findFirst();
    }

    private Instant judgedAt(String cluster) {
        ClusterView.Reading reading = readings.get(cluster);
        return reading == null ? Instant.EPOCH : reading.verdicts().at();
    }

    @Override
    public List<ComponentStatus> components() {
        List<ComponentStatus> statuses = new ArrayList<>();
        entries.forEach(entry -> statuses.add(entry.status().get()));
        others.forEach(component -> statuses.add(component.get()));
        return statuses;
    }
}
