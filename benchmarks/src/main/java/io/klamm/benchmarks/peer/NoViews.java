package io.klamm.benchmarks.peer;

import io.klamm.model.ComponentStatus;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import io.klamm.web.ClusterView;
import io.klamm.web.Views;
import java.util.List;
import java.util.Optional;

/** A program that watches no cluster. */
final class NoViews implements Views {

    @Override
    public List<ClusterView> clusters() {
        return List.of();
    }

    @Override
    public Optional<GroupVerdict> explain(String cluster, String group) {
        return Optional.empty();
    }

    @Override
    public Optional<LagHistory> history(String cluster, String group) {
        return Optional.empty();
    }

    @Override
    public List<ComponentStatus> components() {
        return List.of();
    }
}
