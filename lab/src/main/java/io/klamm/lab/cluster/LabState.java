package io.klamm.lab.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a lab beyond the life of any process: kept in {@code lab.properties}.
 *
 * @param owner the process that the lab is to die with; empty for a resident lab
 * @param processes the nodes that were started and not yet ended, by node id; each may have died since
 */
record LabState(
        String clusterId,
        LabConfig config,
        Credentials credentials,
        Optional<ProcessId> owner,
        SortedMap<Integer, ProcessId> processes) {

    LabState {
        processes = Collections.unmodifiableSortedMap(new TreeMap<>(processes));
    }

    LabState with(int nodeId, ProcessId process) {
        SortedMap<Integer, ProcessId> more = new TreeMap<>(processes);
        more.put(nodeId, process);
        return new LabState(clusterId, config, credentials, owner, more);
    }

    LabState without(int nodeId) {
        SortedMap<Integer, ProcessId> less = new TreeMap<>(processes);
        less.remove(nodeId);
        return new LabState(clusterId, config, credentials, owner, less);
    }

    LabState ended() {
        return new LabState(clusterId, config, credentials, Optional.empty(), new TreeMap<>());
    }

    LabState restarted(LabConfig with, Optional<ProcessId> by) {
        return new LabState(clusterId, with, credentials, by, new TreeMap<>());
    }

    Optional<ProcessHandle> process(int nodeId) {
        return Optional.ofNullable(processes.get(nodeId)).flatMap(ProcessId::alive);
    }

    List<ProcessHandle> alive(List<Node> nodes) {
        return nodes.stream().flatMap(node -> process(node.id()).stream()).toList();
    }

    boolean running() {
        return processes.values().stream().anyMatch(process -> process.alive().isPresent());
    }

    Map<String, String> clientProperties(String user) {
        return credentials.client(config.sasl(), user);
    }
}
