package io.klamm.web;

import io.klamm.model.ComponentStatus;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Views that show what a test has put there. */
final class FakeViews implements Views {

    private final List<ClusterView> clusters = new CopyOnWriteArrayList<>();
    private final Map<String, LagHistory> histories = new ConcurrentHashMap<>();
    private final Map<String, GroupVerdict> explained = new ConcurrentHashMap<>();

    FakeViews(ClusterView... views) {
        clusters.addAll(List.of(views));
    }

    /** Puts a cluster in place of the one of the same name, or at the end. */
    void put(ClusterView view) {
        for (int i = 0; i < clusters.size(); i++) {
            if (clusters.get(i).name().equals(view.name())) {
                clusters.set(i, view);
                return;
            }
        }
        clusters.add(view);
    }

    @Override
    public List<ClusterView> clusters() {
        return List.copyOf(clusters);
    }

    @Override
    public Optional<GroupVerdict> explain(String cluster, String group) {
        return Optional.ofNullable(explained.get(group)).or(() -> published(cluster, group));
    }

    /** Puts what is said of a group of now, of whatever cluster. */
    void explain(String group, GroupVerdict verdict) {
        explained.put(group, verdict);
    }

    private Optional<GroupVerdict> published(String cluster, String group) {
        return clusters.stream()
                .filter(view -> view.name().equals(cluster))
                .flatMap(view -> view.reading().stream())
                .findFirst()
                .flatMap(reading -> reading.verdicts().of(group));
    }

    @Override
    public Optional<LagHistory> history(String cluster, String group) {
        return Optional.ofNullable(histories.get(group));
    }

    /** Puts the history of a group of whatever cluster. */
    void put(String group, LagHistory history) {
        histories.put(group, history);
    }

    @Override
    public List<ComponentStatus> components() {
        return clusters.stream().map(ClusterView::status).toList();
    }
}
