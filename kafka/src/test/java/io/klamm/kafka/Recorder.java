package io.klamm.kafka;

import io.klamm.model.ClusterSnapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all that a collector tells. */
class Recorder implements SnapshotListener {

    private final List<ClusterSnapshot> published = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Override
    public void published(ClusterSnapshot snapshot) {
        published.add(snapshot);
    }

    @Override
    public void failed(String error) {
        failures.add(error);
    }

    List<ClusterSnapshot> published() {
        return published;
    }

    List<String> failures() {
        return failures;
    }
}
