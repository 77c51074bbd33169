package io.klamm.lab.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is written to a node's {@code server.properties}. Pure: decides, touches nothing. */
final class NodeSettings {

    private final LabConfig config;
    private final Credentials credentials;
    private final Layout layout;
    private final PortPlan ports;

    NodeSettings(LabConfig config, Credentials credentials, Layout layout) {
        this.config = config;
        this.credentials = credentials;
        this.layout = layout;
        this.ports = new PortPlan(config);
    }

    SortedMap<String, String> of(Node node) {
        SortedMap<String, String> settings = new TreeMap<>(SmallBroker.settings(config.brokers()));
        settings.put("node.id", Integer.toString(node.id()));
        settings.put("process.roles", node.role().label());
        settings.put("log.dirs", layout.data(node).toString());
        settings.put("controller.quorum.voters", voters());
        settings.put("controller.listener.names", Names.CONTROLLER);
        settings.put("inter.broker.listener.name", Names.CLIENT);
        if (node.role() == Role.CONTROLLER) {
            settings.put("default.replication.factor", Integer.toString(Math.min(3, config.brokers())));
        }
        listeners(node, settings);
        security(settings);
        config.brokerProperties()
                .forEach((key, value) -> settings.put(key, value.replace("{node}", Integer.toString(node.id()))));
        return settings;
    }

    private String voters() {
        return ports.controllers().stream()
                .map(node -> node.id() + "@" + Names.HOST + ":" + node.port())
                .collect(Collectors.joining(","));
    }

    private void listeners(Node node, Map<String, String> settings) {
        List<String> protocols = new ArrayList<>();
        protocols.add(Names.CLIENT + ":" + config.sasl().protocol());
        protocols.add(Names.CONTROLLER + ":" + config.sasl().protocol());
        config.listeners().forEach(further -> protocols.add(further.name() + ":" + further.protocol()));
        settings.put("listener.security.protocol.map", String.join(",", protocols));
        if (node.role() == Role.CONTROLLER) {
            settings.put("listeners", Names.CONTROLLER + "://" + Names.HOST + ":" + node.port());
            return;
        }
        List<String> open = new ArrayList<>();
        List<String> told = new ArrayList<>();
        open.add(Names.CLIENT + "://" + Names.HOST + ":" + node.port());
        told.add(open.get(0));
        for (int k = 0; k < config.listeners().size(); k++) {
            LabListener further = config.listeners().get(k);
            int port = ports.listenerPort(node, k);
            open.add(further.name() + "://" + Names.HOST + ":" + port);
            told.add(further.name() + "://" + further.host() + ":" + port);
            further.properties().forEach((key, value) -> settings.put(prefix(further.name()) + key, value));
        }
        settings.put("listeners", String.join(",", open));
        settings.put("advertised.listeners", String.join(",", told));
    }

    /** The quorum speaks PLAIN even where clients speak SCRAM: SCRAM users live in the metadata that the quorum has yet to agree on. */
    private void security(Map<String, String> settings) {
        if (config.sasl() == Sasl.NONE) {
            return;
        }
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put(prefix(Names.CONTROLLER) + "sasl.enabled.mechanisms", "PLAIN");
        settings.put(prefix(Names.CONTROLLER) + "plain.sasl.jaas.config", credentials.plain(Names.ADMIN, true));
        settings.put("sasl.mechanism.inter.broker.protocol", config.sasl().mechanism());
        if (config.sasl() == Sasl.PLAIN) {
            settings.put(prefix(Names.CLIENT) + "sasl.enabled.mechanisms", "PLAIN");
            settings.put(prefix(Names.CLIENT) + "plain.sasl.jaas.config", credentials.plain(Names.ADMIN, true));
            return;
        }
        settings.put(prefix(Names.CLIENT) + "sasl.enabled.mechanisms", "SCRAM-SHA-256,SCRAM-SHA-512");
        settings.put(prefix(Names.CLIENT) + "scram-sha-256.sasl.jaas.config", credentials.scram(Names.ADMIN));
        settings.put(prefix(Names.CLIENT) + "scram-sha-512.sasl.jaas.config", credentials.scram(Names.ADMIN));
    }

    private static String prefix(String listener) {
        return "listener.name." + listener.toLowerCase(Locale.ROOT) + ".";
    }
}
