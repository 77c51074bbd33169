package io.klamm.lab.cluster;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns a lab's state into what its processes do now. */
final class StatusReader {

    private StatusReader() {}

    static LabStatus read(LabState state, Layout layout) {
        List<NodeStatus> nodes = new PortPlan(state.config())
                .nodes().stream()
                        .map(node -> node(node, state.process(node.id()), layout))
                        .toList();
        Optional<ProcessHandle> owner = state.owner().flatMap(ProcessId::alive);
        return new LabStatus(
                layout.dir(),
                state.clusterId(),
                state.config().sasl(),
                state.config().bootstrapServers(),
                owner.map(process -> OptionalLong.of(process.pid())).orElse(OptionalLong.empty()),
                nodes);
    }

    private static NodeStatus node(Node node, Optional<ProcessHandle> process, Layout layout) {
        if (process.isEmpty()) {
            return new NodeStatus(node, NodeState.DOWN, OptionalLong.empty(), OptionalLong.empty(), layout.log(node));
        }
        long pid = process.get().pid();
        NodeState now = ProcessFacts.paused(pid) ? NodeState.PAUSED : NodeState.RUNNING;
        return new NodeStatus(node, now, OptionalLong.of(pid), ProcessFacts.rssBytes(pid), layout.log(node));
    }
}
