package io.klamm.cmd;

import io.klamm.cmd.server.Server;
import io.klamm.cmd.server.ServerSettings;
import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import io.klamm.lab.cluster.LabCluster;
import io.klamm.lab.cluster.LabConfig;
import io.klamm.lab.cluster.NodeState;
import io.klamm.lab.cluster.NodeStatus;
import io.klamm.lab.topic.Topics;
import io.klamm.lab.traffic.ConsumerPlan;
import io.klamm.lab.traffic.ProducerPlan;
import io.klamm.lab.traffic.RateProducer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The demo's parts, started one after the other and ended in reverse: brokers, topic, producer, consumer, server. */
final class Demo implements AutoCloseable {

    static final String TOPIC = "test-lag";
    static final String GROUP = "slow-consumer";

    private static final String CLUSTER = "demo";
    private static final double RATE = 1000;
    private static final Duration PROCESS_TIME = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long CHECK_MILLIS = 200;
    /** The producer writes about 100 kB/s for as long as the demo runs: what is older than this goes. */
    private static final Map<String, String> TOPIC_CONFIG =
            Map.of("retention.bytes", "134217728", "segment.bytes", "16777216");

    private final DataDirOption dataDir;
    private final int kafkaPort;
    private final int port;
    private final Optional<String> webhook;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private @Nullable DemoConsumer consumer;
    private String url = "";

    /** @param webhook whom alerts are sent to; without one they are told as progress */
    Demo(DataDirOption dataDir, int kafkaPort, int port, Optional<String> webhook, Consumer<String> progress) {
        this.dataDir = dataDir;
        this.kafkaPort = kafkaPort;
        this.port = port;
        this.webhook = webhook;
        this.progress = progress;
    }

    String url() {
        return url;
    }

    /** Starts everything; true when the slow consumer's lag is on the page, false when it was stopped before. */
    boolean start(Stop stop) throws IOException, InterruptedException {
        LabConfig config = LabConfig.in(dataDir.lab()).kafkaPort(kafkaPort).build();
        LabCluster lab = begun(LabCluster.start(config, progress));
        Map<String, Object> client = new HashMap<>(lab.clientProperties());
        client.put("bootstrap.servers", lab.bootstrapServers());
        createTopic(client);
        progress.accept("producing " + (long) RATE + " messages a second to " + TOPIC + "; " + GROUP + " manages "
                + 1000 / PROCESS_TIME.toMillis());
        begun(RateProducer.start(client, ProducerPlan.of(TOPIC, RATE), ignored -> {}));
        consumer = begun(new DemoConsumer(
                client, ConsumerPlan.of(TOPIC, GROUP, PROCESS_TIME), new ConsumerSwitch(dataDir.lab())));
        consumer.start();
        Server server = startServer(lab.bootstrapServers());
        return awaitFirstReading(server, stop);
    }

    /** Returns when asked to stop; says when a broker has gone or come back, and turns the consumer off and on. */
    void watch(Stop stop) throws IOException, InterruptedException {
        LabCluster lab = LabCluster.open(dataDir.lab());
        Set<Integer> downBefore = Set.of();
        while (!stop.await(1000)) {
            attendToConsumer();
            Set<Integer> down = new TreeSet<>();
            for (NodeStatus node : lab.status().nodes()) {
                if (node.state() == NodeState.DOWN) {
                    down.add(node.node().id());
                }
            }
            if (!down.equals(downBefore)) {
                progress.accept(
                        down.isEmpty()
                                ? "all nodes are up again"
                                : "down: " + down + "; start again with: klamm lab start-broker N");
                downBefore = down;
            }
        }
    }

    private void attendToConsumer() throws IOException {
        if (consumer != null && consumer.obey()) {
            progress.accept(GROUP + (consumer.isRunning() ? " reads again" : " was stopped"));
        }
    }

    /** Ends all in reverse order; what fails to end does not keep the others from it. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                progress.accept("while ending: " + e.getMessage());
            }
        }
    }

    private <T extends AutoCloseable> T begun(T part) {
        started.push(part);
        return part;
    }

    private static void createTopic(Map<String, Object> client) {
        try (Topics topics = Topics.connect(client)) {
            if (!topics.exists(TOPIC)) {
                topics.create(TOPIC, 3, 3, TOPIC_CONFIG);
            }
        }
    }

    private Server startServer(String bootstrapServers) throws IOException {
        DemoAlerts alerts = begun(DemoAlerts.start(dataDir.path(), webhook, progress));
        String yaml = "listen: 127.0.0.1:" + port + "\nclusters:\n- {name: " + CLUSTER + ", bootstrap-servers: '"
                + bootstrapServers + "', interval: 5s}\n" + alerts.section();
        Loaded<ServerSettings> settings = YamlFile.parse("demo", yaml, Environment.ofProcess())
                .bind(root -> ServerSettings.bind(root, dataDir.path(), Optional.empty()));
        Server server = new Server(settings.orThrow(), () -> settings, BuildInfo.version(), Clock.systemUTC());
        begun(server);
        server.start();
        url = server.url();
        progress.accept("reading the cluster for the first time");
        return server;
    }

    private static boolean awaitFirstReading(Server server, Stop stop) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!server.showsLagOf(CLUSTER, GROUP)) {
            if (stop.await(CHECK_MILLIS)) {
                return false;
            }
            if (System.nanoTime() > end) {
                throw new UserException("the lag of " + GROUP + " was not on the page after " + PATIENCE.toSeconds()
                        + " s (look at: klamm lab logs 1)");
            }
        }
        return true;
    }
}
