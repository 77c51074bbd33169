package io.klamm.config.burrow;

import io.klamm.config.Format;
import io.klamm.config.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One section of {@code consumer}: where commits of a cluster's groups are found. */
public sealed interface Consumer {

    String name();

    /** The name of a cluster, as written here. */
    String cluster();

    /** {@code host:port} each, at least one: brokers, or ZooKeeper's servers. */
    List<String> servers();

    /** Which groups it looks at. */
    GroupNames groups();

    /**
     * Commits in a topic of Kafka.
     *
     * @param profile the name of a client profile; none for the default one
     * @param startLatest whether commits before the start are left out
     * @param backfillEarliest whether they are read after all, beside the new ones
     */
    record Kafka(
            String name,
            String cluster,
            List<String> servers,
            Optional<String> profile,
            String offsetsTopic,
            boolean startLatest,
            boolean backfillEarliest,
            GroupNames groups)
            implements Consumer {

        public Kafka {
            servers = List.copyOf(servers);
        }
    }

    /**
     * Commits in ZooKeeper.
     *
     * @param path what stands before {@code /consumers}; empty for nothing
     */
    record ZooKeeper(
            String name, String cluster, List<String> servers, String path, Duration timeout, GroupNames groups)
            implements Consumer {

        public ZooKeeper {
            servers = List.copyOf(servers);
        }
    }

    static Consumer bind(
            String name, Section section, Set<String> clusters, Set<String> profiles, Format<String> regex) {
        String kind = section.value("class-name", Values.oneOf(List.of("kafka", "kafka_zk")), "kafka");
        String cluster = Values.reference(section, "cluster", "cluster", clusters)
                .orElseGet(() -> Values.missingReference(section, "cluster", clusters));
        return kind.equals("kafka")
                ? kafka(name, cluster, section, profiles, regex)
                : zooKeeper(name, cluster, section, regex);
    }

    private static Consumer kafka(
            String name, String cluster, Section section, Set<String> profiles, Format<String> regex) {
        return new Kafka(
                name,
                cluster,
                Values.servers(section),
                Values.reference(section, "client-profile", "client-profile", profiles),
                section.string("offsets-topic", "__consumer_offsets"),
                section.value("start-latest", Values.BOOL, false),
                section.value("backfill-earliest", Values.BOOL, false),
                GroupNames.bind(section, regex));
    }

    private static Consumer zooKeeper(String name, String cluster, Section section, Format<String> regex) {
        return new ZooKeeper(
                name,
                cluster,
                Values.servers(section),
                section.string("zookeeper-path", ""),
                Values.atLeastOneSecond(section, "zookeeper-timeout", 30),
                GroupNames.bind(section, regex));
    }
}
