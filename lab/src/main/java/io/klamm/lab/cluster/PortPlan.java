package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.util.ArrayList;
import java.util.List;

/**
 * Every port of a lab, derived from one base (9092 by default).
 *
 * <pre>
 * broker i       clients  base + i - 1        JMX  base + 200 + i - 1
 * controller j   quorum   base + 100 + j - 1  JMX  base + 300 + j - 1
 * listener k     clients  base + 20 * k + i - 1   (further listeners, k from 1)
 * </pre>
 *
 * All stay below 32768, where the ports begin that the operating system hands out to clients.
 */
final class PortPlan {

    static final int HIGHEST_BASE = 32_400;
    static final int MOST_BROKERS = 20;
    static final int MOST_CONTROLLERS = 9;
    static final int MOST_LISTENERS = 4;
    private static final int FIRST_CONTROLLER = 101;

    private final LabConfig config;

    PortPlan(LabConfig config) {
        this.config = config;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(controllers());
        nodes.addAll(brokers());
        return nodes;
    }

    List<Node> brokers() {
        List<Node> brokers = new ArrayList<>();
        for (int i = 0; i < config.brokers(); i++) {
            brokers.add(new Node(1 + i, Role.BROKER, config.kafkaPort() + i, config.kafkaPort() + 200 + i));
        }
        return brokers;
    }

    List<Node> controllers() {
        List<Node> controllers = new ArrayList<>();
        for (int j = 0; j < config.controllers(); j++) {
            int base = config.kafkaPort();
            controllers.add(new Node(FIRST_CONTROLLER + j, Role.CONTROLLER, base + 100 + j, base + 300 + j));
        }
        return controllers;
    }

    /** The port of a further listener on a broker; {@code index} counts from 0. */
    int listenerPort(Node broker, int index) {
        return broker.port() + 20 * (index + 1);
    }

    /** The brokers' addresses at a further listener, with the host that clients are told. */
    String addresses(String listener) {
        for (int k = 0; k < config.listeners().size(); k++) {
            int index = k;
            LabListener further = config.listeners().get(k);
            if (further.name().equals(listener)) {
                return Addresses.join(further.host(), brokers(), broker -> listenerPort(broker, index));
            }
        }
        throw new LabException("listener: " + listener + " (expected: one of "
                + config.listeners().stream().map(LabListener::name).toList() + ")");
    }

    /** Every port that the lab is going to open, each with what it is for. */
    List<PortUse> all() {
        return nodes().stream().flatMap(node -> of(node).stream()).toList();
    }

    /** Every port that the node is going to open. */
    List<PortUse> of(Node node) {
        List<PortUse> uses = new ArrayList<>();
        uses.add(new PortUse(node.port(), node.name()));
        uses.add(new PortUse(node.jmxPort(), "JMX of " + node.name()));
        for (int k = 0; node.role() == Role.BROKER && k < config.listeners().size(); k++) {
            String listener = config.listeners().get(k).name();
            uses.add(new PortUse(listenerPort(node, k), "listener " + listener + " of " + node.name()));
        }
        return uses;
    }

    record PortUse(int port, String what) {}
}
