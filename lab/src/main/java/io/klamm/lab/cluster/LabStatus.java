package io.klamm.lab.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * A lab as its processes show it; nothing here asks a broker.
 *
 * @param owner the process that the lab dies with; empty for a lab that lives on by itself
 * @param nodes controllers first, then brokers
 */
public record LabStatus(
        Path dataDir,
        String clusterId,
        Sasl sasl,
        String bootstrapServers,
        OptionalLong owner,
        List<NodeStatus> nodes) {

    public LabStatus {
        nodes = List.copyOf(nodes);
    }

    /** Whether any node is alive. */
    public boolean running() {
        return nodes.stream().anyMatch(node -> node.state() != NodeState.DOWN);
    }
}
