package io.klamm.web;

import io.klamm.model.ComponentStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Views that show what a test has put there. */
final class FakeViews implements Views {

    private final List<ClusterView> clusters = new CopyOnWriteArrayList<>();

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
    public List<ComponentStatus> components() {
        return clusters.stream().map(ClusterView::status).toList();
    }
}
