package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What can be done to one node of a lab, by any process. */
final class NodeCommands {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(9);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Workspace lab;

    NodeCommands(Workspace lab) {
        this.lab = lab;
    }

    /** The node's new process, ready and still bound to this process. */
    Child start(int nodeId) {
        LabState state = lab.state();
        Node node = lab.node(nodeId);
        state.process(nodeId).ifPresent(process -> {
            throw new LabException(node.name() + ": already runs as process " + process.pid());
        });
        PortCheck.requireFree(new PortPlan(state.config()).of(node));
        Child child = new NodeLauncher(state, lab.layout()).launch(node);
        LabState started = lab.file().write(state.with(nodeId, child.id()));
        try {
            awaitReady(started, node, child);
            return child;
        } catch (RuntimeException e) {
            Signals.kill(List.of(child.process().toHandle()));
            lab.file().write(state.without(nodeId));
            throw e;
        }
    }

    void stop(int nodeId) {
        end(nodeId, process -> Signals.end(List.of(process), STOP_LIMIT));
    }

    void kill(int nodeId) {
        end(nodeId, process -> Signals.kill(List.of(process)));
    }

    ProcessHandle running(int nodeId) {
        Node node = lab.node(nodeId);
        return lab.state().process(nodeId).orElseThrow(() -> new LabException(node.name() + ": is not running"));
    }

    private void end(int nodeId, Consumer<ProcessHandle> how) {
        how.accept(running(nodeId));
        lab.file().write(lab.state().without(nodeId));
    }

    private void awaitReady(LabState state, Node node, Child child) {
        if (node.role() == Role.BROKER
                && !new Readiness(state)
                        .await(List.of(node), START_LIMIT, () -> child.requireAlive(node, lab.layout()))) {
            throw new LabException(node.name() + ": not ready after " + START_LIMIT.toSeconds() + " s"
                    + LogTail.of(lab.layout().log(node)));
        }
    }
}
