package io.klamm.cmd.server;

import io.klamm.lag.burrow.BurrowKeeper;
import io.klamm.model.burrow.BurrowGroupStatus;
import io.klamm.model.burrow.BurrowPartition;
import io.klamm.web.burrow.BurrowModules;
import io.klamm.web.burrow.BurrowView;
import io.klamm.web.burrow.BurrowViews;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Shows Burrow's API what the keepers of all clusters know. The list of clusters changes only when the configuration does, and then as a whole. */
final class BurrowBoard implements BurrowViews {

    private final BooleanSupplier ready;
    private final Supplier<BurrowModules> modules;
    private volatile List<BurrowView> clusters = List.of();

    /**
     * @param ready whether commits are being read of all clusters
     * @param modules the configuration, as Burrow would show it
     */
    BurrowBoard(BooleanSupplier ready, Supplier<BurrowModules> modules) {
        this.ready = ready;
        this.modules = modules;
    }

    /** Shows these clusters, in this order. */
    void show(List<BurrowKeeper> keepers) {
        clusters = keepers.stream().<BurrowView>map(View::new).toList();
    }

    @Override
    public List<BurrowView> clusters() {
        return clusters;
    }

    @Override
    public boolean ready() {
        return ready.getAsBoolean();
    }

    @Override
    public BurrowModules modules() {
        return modules.get();
    }

    private record View(BurrowKeeper keeper) implements BurrowView {

        @Override
        public String cluster() {
            return keeper.cluster();
        }

        @Override
        public List<String> topics() {
            return keeper.topics();
        }

        @Override
        public Optional<List<OptionalLong>> ends(String topic) {
            return keeper.ends(topic);
        }

        @Override
        public List<String> groups() {
            return keeper.groups();
        }

        @Override
        public List<String> groupsOf(String topic) {
            return keeper.groupsOf(topic);
        }

        @Override
        public Optional<SortedMap<String, List<BurrowPartition>>> group(String name) {
            return keeper.group(name);
        }

        @Override
        public BurrowGroupStatus status(String group) {
            return keeper.status(group);
        }

        @Override
        public void removed(String group) {
            keeper.removed(group);
        }

        @Override
        public void removed(String group, String topic) {
            keeper.removed(group, topic);
        }
    }
}
