package io.klamm.cmd;

import io.klamm.kafka.ClientProperties;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.NameFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a sub-command finds a cluster, in the words of Kafka's own tools. */
final class KafkaOptions {

    static final String DEFAULT_BOOTSTRAP_SERVERS = "127.0.0.1:9092";

    @Option(
            names = {"--bootstrap-servers", "--bootstrap-server"},
            paramLabel = "HOST:PORT",
            description = "brokers to ask first, comma-separated (default: " + DEFAULT_BOOTSTRAP_SERVERS + ")")
    @Nullable
    String bootstrapServers;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "client.properties: how clients log in, as for Kafka's own tools")
    @Nullable
    Path commandConfig;

    String servers() {
        return bootstrapServers == null ? DEFAULT_BOOTSTRAP_SERVERS : bootstrapServers;
    }

    /** The properties of the file, checked; none without a file. */
    ClientProperties client() {
        if (commandConfig == null) {
            return new ClientProperties(Map.of());
        }
        try {
            return ClientProperties.load(commandConfig);
        } catch (IllegalArgumentException e) {
            throw new UserException(String.valueOf(e.getMessage()), UserException.USAGE);
        }
    }

    /** All that a client's constructor takes. */
    Map<String, Object> clientSettings() {
        return client().forClientOf(servers());
    }

    ClusterConfig cluster(NameFilter topics, NameFilter groups) {
        return new ClusterConfig("default", servers(), Duration.ofSeconds(15), topics, groups, client());
    }
}
