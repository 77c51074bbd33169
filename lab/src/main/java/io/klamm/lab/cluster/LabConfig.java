package io.klamm.lab.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lab is to be: how many nodes, where, and how clients show who they are. Made by {@link #in(Path)}.
 *
 * @param dataDir holds everything of this lab: logs, data, state, {@code client.properties}
 * @param brokers 1 to 20
 * @param controllers 1 to 9; dedicated processes, so that the loss of any broker never touches the metadata quorum
 * @param kafkaPort the base of all ports: brokers listen on it and the next ones, see {@code lab/README.md} for the rest
 * @param users further users and their passwords, beside {@code admin} (super user) and {@code klamm}; need SASL
 * @param listeners further listeners of every broker, at most 4
 * @param brokerProperties settings of every node that win over the lab's own; {@code {node}} in a value becomes the node's id
 * @param jvmOptions options of every node that come after the lab's own, such as {@code -Xmx512m}
 * @param libDir Kafka's own jars; null: found by {@code klamm.lab.lib}, {@code KLAMM_LAB_LIB} or a walk up to {@code lab/broker/target/lib}
 * @param java the {@code java} executable of the nodes
 * @param classArchive whether nodes share an archive of their classes (made once, then about twice as quick to start)
 * @param cacheDir where that archive is kept; null: beside {@code libDir}
 */
public record LabConfig(
        Path dataDir,
        int brokers,
        int controllers,
        int kafkaPort,
        Sasl sasl,
        Map<String, String> users,
        List<LabListener> listeners,
        Map<String, String> brokerProperties,
        List<String> jvmOptions,
        @Nullable Path libDir,
        Path java,
        boolean classArchive,
        @Nullable Path cacheDir) {

    public static final int DEFAULT_KAFKA_PORT = 9092;

    public LabConfig {
        dataDir = dataDir.toAbsolutePath().normalize();
        users = Map.copyOf(users);
        listeners = List.copyOf(listeners);
        brokerProperties = Map.copyOf(brokerProperties);
        jvmOptions = List.copyOf(jvmOptions);
        check("brokers", brokers, 1, PortPlan.MOST_BROKERS);
        check("controllers", controllers, 1, PortPlan.MOST_CONTROLLERS);
        check("kafka port", kafkaPort, 1024, PortPlan.HIGHEST_BASE);
        check("listeners", listeners.size(), 0, PortPlan.MOST_LISTENERS);
        if (sasl == Sasl.NONE && !users.isEmpty()) {
            throw new IllegalArgumentException("users: " + users.keySet() + " (expected: none where sasl is none)");
        }
    }

    /** A lab of 3 brokers and 1 controller on port 9092 without SASL, to be changed by the builder's methods. */
    public static LabConfigBuilder in(Path dataDir) {
        return new LabConfigBuilder(dataDir);
    }

    /** The brokers' addresses, such as {@code 127.0.0.1:9092,127.0.0.1:9093}. */
    public String bootstrapServers() {
        return Addresses.join(Names.HOST, new PortPlan(this).brokers(), Node::port);
    }

    /** Without passwords: of users and settings only the names. */
    @Override
    public String toString() {
        return "LabConfig[" + dataDir + ", brokers " + brokers + ", controllers " + controllers + ", port " + kafkaPort
                + ", sasl " + sasl.label() + ", users " + users.keySet() + ", listeners " + listeners
                + ", broker properties " + brokerProperties.keySet() + "]";
    }

    private static void check(String what, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: " + lowest + " to " + highest + ")");
        }
    }
}
