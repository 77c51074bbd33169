package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A lab's data directory: its files, its state, and one command at a time. */
record Workspace(Layout layout, StateFile file) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Workspace(Layout layout) {
        this(layout, new StateFile(layout));
    }

    /** Runs the command while no other process runs one on this directory. */
    <T> T exclusively(Supplier<T> command) {
        DirLock lock = DirLock.take(layout, PATIENCE);
        try {
            return command.get();
        } finally {
            lock.close();
        }
    }

    void exclusively(Runnable command) {
        exclusively(() -> {
            command.run();
            return true;
        });
    }

    /** The state; throws {@link LabException} where no lab was ever begun. */
    LabState state() {
        return file.read()
                .orElseThrow(() -> new LabException(
                        "data directory: no lab in " + layout.dir() + " (expected: one that was brought up there)"));
    }

    List<Node> nodes() {
        return new PortPlan(state().config()).nodes();
    }

    Node node(int id) {
        List<Node> nodes = nodes();
        return nodes.stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow(() -> new LabException("node: " + id + " (expected: one of "
                        + nodes.stream().map(Node::id).toList() + ")"));
    }
}
