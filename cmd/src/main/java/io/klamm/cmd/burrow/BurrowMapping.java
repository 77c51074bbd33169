package io.klamm.cmd.burrow;

import io.klamm.cmd.burrow.BurrowSetup.Evaluation;
import io.klamm.cmd.burrow.BurrowSetup.Listener;
import io.klamm.cmd.burrow.BurrowSetup.OffsetsTopic;
import io.klamm.cmd.burrow.BurrowSetup.Window;
import io.klamm.cmd.burrow.BurrowSetup.ZooKeeperOffsets;
import io.klamm.config.burrow.BurrowConfig;
import io.klamm.config.burrow.Cluster;
import io.klamm.config.burrow.Consumer;
import io.klamm.config.burrow.GroupNames;
import io.klamm.config.burrow.HttpListener;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.NameFilter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Maps each section to what Klamm does for it. */
final class BurrowMapping {

    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(10);

    private final BurrowConfig config;
    private final Remarks remarks;
    private final ProfileClients clients;

    BurrowMapping(BurrowConfig config, Remarks remarks) {
        this.config = config;
        this.remarks = remarks;
        this.clients = new ProfileClients(config, remarks);
    }

    BurrowSetup setup() {
        return new BurrowSetup(
                config,
                config.clusters().values().stream().map(this::cluster).toList(),
                offsetsTopics(),
                zooKeepers(),
                window(),
                new Evaluation(
                        config.evaluator().expireCache(),
                        config.evaluator().minimumComplete(),
                        config.evaluator().allowedLag()),
                listeners(),
                new KerberosConfig(config, remarks).path());
    }

    private ClusterConfig cluster(Cluster cluster) {
        return new ClusterConfig(
                cluster.name(),
                String.join(",", cluster.servers()),
                interval(cluster),
                NameFilter.all(),
                groups(cluster).and(filter(config.storage().groups())),
                clients.of(cluster.profile()));
    }

    private Duration interval(Cluster cluster) {
        if (cluster.offsetRefresh().compareTo(LONGEST_INTERVAL) <= 0) {
            return cluster.offsetRefresh();
        }
        remarks.warning(
                "cluster." + cluster.name() + ".offset-refresh",
                cluster.offsetRefresh().toSeconds() + " s is more than Klamm takes, it reads every "
                        + LONGEST_INTERVAL.toSeconds() + " s");
        return LONGEST_INTERVAL;
    }

    /** A group is read if any consumer of the cluster would look at it. */
    private NameFilter groups(Cluster cluster) {
        List<Consumer.Kafka> consumers =
                kafka().stream().filter(each -> reads(each, cluster)).toList();
        if (consumers.isEmpty()) {
            remarks.warning(
                    "cluster." + cluster.name(),
                    "no consumer of class kafka reads it, so Burrow shows no groups of it; Klamm reads all through the Admin API");
        }
        return consumers.stream()
                .map(each -> filter(each.groups()))
                .distinct()
                .reduce(NameFilter::or)
                .orElse(NameFilter.all());
    }

    private static boolean reads(Consumer consumer, Cluster cluster) {
        return consumer.cluster().equalsIgnoreCase(cluster.name());
    }

    private List<Consumer.Kafka> kafka() {
        return config.consumers().values().stream()
                .filter(Consumer.Kafka.class::isInstance)
                .map(Consumer.Kafka.class::cast)
                .toList();
    }

    private List<OffsetsTopic> offsetsTopics() {
        return kafka().stream()
                .map(consumer -> new OffsetsTopic(
                        consumer.name(),
                        clusterOf(consumer),
                        String.join(",", consumer.servers()),
                        clients.of(consumer.profile()),
                        consumer.offsetsTopic(),
                        consumer.startLatest(),
                        consumer.backfillEarliest(),
                        filter(consumer.groups())))
                .toList();
    }

    private List<ZooKeeperOffsets> zooKeepers() {
        return config.consumers().values().stream()
                .filter(Consumer.ZooKeeper.class::isInstance)
                .map(Consumer.ZooKeeper.class::cast)
                .map(consumer -> new ZooKeeperOffsets(
                        consumer.name(),
                        clusterOf(consumer),
                        String.join(",", consumer.servers()),
                        consumer.path(),
                        consumer.timeout(),
                        filter(consumer.groups())))
                .toList();
    }

    /** The cluster's name as its own section writes it. */
    private String clusterOf(Consumer consumer) {
        return Objects.requireNonNull(config.clusters().get(consumer.cluster())).name();
    }

    private Window window() {
        return new Window(
                config.storage().intervals(),
                config.storage().expireGroup(),
                config.storage().minDistance(),
                filter(config.storage().groups()));
    }

    private static NameFilter filter(GroupNames names) {
        return names.equals(GroupNames.ALL) ? NameFilter.all() : NameFilter.anywhere(names.allow(), names.deny());
    }

    private List<Listener> listeners() {
        if (config.listeners().isEmpty()) {
            remarks.warning(
                    "httpserver", "none, where Burrow takes a random port; Klamm answers on its own address alone");
        }
        return config.listeners().values().stream().map(this::listener).toList();
    }

    private Listener listener(HttpListener listener) {
        if (listener.host().isEmpty()) {
            remarks.warning(
                    "httpserver." + listener.name() + ".address",
                    listener.address()
                            + " is every address of this machine, so Klamm asks for a login there; give clients the password, or write 127.0.0.1:"
                            + listener.port() + " for clients on this machine alone");
        }
        return new Listener(
                listener.name(),
                Optional.of(listener.host()).filter(host -> !host.isEmpty()).orElse(Listener.EVERYWHERE),
                listener.port(),
                listener.timeout(),
                config.general().accessControlAllowOrigin());
    }
}
