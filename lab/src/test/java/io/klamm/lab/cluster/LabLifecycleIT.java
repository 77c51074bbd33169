package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.lab.LabException;
import io.klamm.lab.topic.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Begin and end of a lab, as its own process, another process and a power cut see it. */
class LabLifecycleIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Path dir;
    private final PortBlock ports = PortBlock.take(new Random());
    private final List<String> steps = new ArrayList<>();

    /** Nobody's folder has a name without spaces for ever. */
    LabLifecycleIT(@TempDir Path temp) throws IOException {
        this.dir = Files.createDirectory(temp.resolve("a lab"));
    }

    @AfterEach
    void end() {
        ports.close();
        assertThat(Await.until(Duration.ofSeconds(5), () -> all(dir).isEmpty()))
                .as("processes left behind: %s", all(dir))
                .isTrue();
    }

    @Test
    void resident_livesOnUntilDown_secondUpKeepsItsData() {
        LabConfig config = config().build();
        try (LabCluster lab = LabCluster.startResident(config, steps::add)) {
            createTopic(lab, "kept");
        }
        LabCluster other = LabCluster.open(dir);
        assertThat(other.status().running()).isTrue();
        assertThat(other.status().owner()).isEmpty();
        assertThatThrownBy(() -> LabCluster.startResident(config, step -> {}))
                .hasMessageContaining("a lab already runs in " + dir);
        String id = other.status().clusterId();

        other.kill(1);
        other.start(1);
        assertThat(other.readyBrokers()).containsExactly(1);
        long begin = System.nanoTime();
        other.down();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(12));
        assertThat(other.status().running()).isFalse();
        assertThat(other.logTail(1, 5)).isNotEmpty();

        try (LabCluster again = LabCluster.start(config, steps::add)) {
            assertThat(again.status().clusterId()).isEqualTo(id);
            assertThat(again.status().owner()).hasValue(ProcessHandle.current().pid());
            assertThatThrownBy(() -> LabCluster.start(config, step -> {}))
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
            try (Topics topics = Topics.connect(client(again))) {
                assertThat(topics.exists("kept")).isTrue();
            }
        }
        assertThatThrownBy(() -> LabCluster.start(config().brokers(2).build(), step -> {}))
                .hasMessageContaining("holds a lab of 1 broker(s), 1 controller(s), sasl none, not of 2 broker(s)");
    }

    @Test
    void ownerKilled_nodesDieWithIt_nextStartWorks() throws Exception {
        Process owner = startOwner();
        try {
            assertThat(Await.until(LONG, () -> nodesOf(dir).size() == 2 && ready()))
                    .as("up")
                    .isTrue();
            LabCluster lab = LabCluster.open(dir);
            // A node that another process starts must die with the owner, too.
            lab.kill(1);
            lab.start(1);
            assertThat(nodesOf(dir)).hasSize(2);
        } finally {
            owner.destroyForcibly().waitFor();
        }
        assertThat(Await.until(Duration.ofSeconds(10), () -> nodesOf(dir).isEmpty()))
                .as("nodes died with their owner")
                .isTrue();

        LabCluster.start(config().build(), steps::add).close();
    }

    @Test
    void start_portTaken_saysWhichAndStartsNothing() throws IOException {
        int taken = ports.base() + 200;
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(Addresses.local(taken));
            assertThatThrownBy(() -> LabCluster.start(config().build(), steps::add))
                    .isInstanceOf(LabException.class)
                    .hasMessageStartingWith("port: " + taken + " (JMX of broker-1) is taken by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("--kafka-port");
        }
        assertThat(steps).isEmpty();
        assertThat(dir.resolve("broker-1")).doesNotExist();
    }

    @Test
    void start_nodeDies_saysWhyAndLeavesNoProcess() {
        LabConfig config = config().brokerProperty("num.io.threads", "none").build();

        assertThatThrownBy(() -> LabCluster.start(config, steps::add))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("failed with exit code")
                .hasMessageContaining("num.io.threads");
        assertThat(nodesOf(dir)).isEmpty();

        // Formatting succeeds, then the JVM refuses: the case of a child that dies while others live.
        LabConfig later =
                config().jvmOption("-Dcom.sun.management.jmxremote.port=none").build();
        assertThatThrownBy(() -> LabCluster.start(later, steps::add))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("ended during its start with exit code 1")
                .hasMessageContaining("last lines of");
        assertThat(LabCluster.open(dir).status().running()).isFalse();
    }

    @Test
    void down_numberOfDeadNodeGivenToAnother_leavesItAlone() throws Exception {
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessId recycled = new ProcessId(
                    innocent.pid(), ProcessId.of(innocent.toHandle()).started() - 3_600_000);
            LabConfig config = config().build();
            new StateFile(new Layout(dir))
                    .write(new LabState(
                            "id",
                            config,
                            Credentials.create(Map.of()),
                            Optional.empty(),
                            new TreeMap<>(Map.of(1, recycled))));
            LabCluster lab = LabCluster.open(dir);

            assertThat(lab.status().running()).isFalse();
            assertThatThrownBy(() -> lab.kill(1)).hasMessage("broker-1: is not running");
            lab.down();

            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly().waitFor();
        }
    }

    @Test
    void open_noLab_saysSo() {
        assertThatThrownBy(() -> LabCluster.open(dir)).hasMessageContaining("no lab in " + dir);
        assertThatThrownBy(() ->
                        LabCluster.start(config().libDir(dir.resolve("none")).build(), steps::add))
                .hasMessageContaining("Kafka's jars: " + dir.resolve("none"));
    }

    private LabConfigBuilder config() {
        return LabConfig.in(dir).brokers(1).kafkaPort(ports.base());
    }

    private Process startOwner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnerProgram.class.getName(),
                        dir.toString(),
                        Integer.toString(ports.base()))
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("owner.out").toFile())
                .start();
    }

    private boolean ready() {
        return Files.exists(dir.resolve("ready"));
    }

    private static void createTopic(LabCluster lab, String name) {
        try (Topics topics = Topics.connect(client(lab))) {
            topics.create(name, 1, 1, Map.of());
        }
    }

    private static Map<String, Object> client(LabCluster lab) {
        Map<String, Object> client = new HashMap<>(lab.clientProperties());
        client.put("bootstrap.servers", lab.bootstrapServers());
        return client;
    }

    private static List<ProcessHandle> nodesOf(Path dir) {
        return all(dir).stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
    }

    /** Every process of this machine that was begun with an argument file in the directory: nodes and their watches. */
    private static List<ProcessHandle> all(Path dir) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("@" + dir))
                .toList();
    }
}
