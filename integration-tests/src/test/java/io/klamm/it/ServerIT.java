package io.klamm.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.lab.cluster.Sasl;
import io.klamm.lab.cluster.TestLab;
import io.klamm.lab.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code klamm server} and the sub-commands against a cluster that asks for SCRAM, and against none at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path dir;

    private TestLab lab;
    private String servers;
    private String login;

    @BeforeAll
    void startBroker() {
        lab = TestLab.start(config -> config.brokers(1).sasl(Sasl.SCRAM));
        servers = lab.lab().bootstrapServers();
        login = lab.lab().clientPropertiesFile().toString();
        try (Topics topics = Topics.connect(lab.client())) {
            topics.create("orders", 2, 1, Map.of());
        }
    }

    @AfterAll
    void stopBroker() {
        lab.close();
    }

    @Test
    void commands_withCommandConfig_speakScram() throws Exception {
        run(
                0,
                "produce",
                "--topic",
                "orders",
                "--messages",
                "200",
                "--rate",
                "2000",
                "--key-space",
                "10",
                "--bootstrap-servers",
                servers,
                "--command-config",
                login);
        try (Program consumer = Program.klamm(
                dir,
                "consume",
                "--topic",
                "orders",
                "--group",
                "billing",
                "--process-time",
                "0",
                "--bootstrap-servers",
                servers,
                "--command-config",
                login)) {
            Await.until("all consumed", SOON, () -> run(
                            0,
                            "lag",
                            "--group",
                            "billing",
                            "--json",
                            "--bootstrap-servers",
                            servers,
                            "--command-config",
                            login)
                    .contains("\"lag\" : 0"));
            consumer.terminate();
            assertThat(consumer.awaitExit()).isNotNegative();
        }

        String groups = run(0, "groups", "list", "--bootstrap-servers", servers, "--command-config", login);

        assertThat(groups).containsPattern("billing +classic");
        assertThat(KafkaTool.committed(servers, "billing", "orders", "--command-config", login).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void topic_createListDescribeDelete_eachSaysWhatItDid() throws Exception {
        String[] to = {"--bootstrap-servers", servers, "--command-config", login};
        assertThat(run(0, with(to, "topic", "create", "t1", "3", "1", "--config", "retention.ms=60000")))
                .contains("Created topic t1: 3 partition(s)");
        assertThat(run(1, with(to, "topic", "create", "t1", "3", "1"))).contains("already exists");
        assertThat(run(0, with(to, "topic", "list"))).containsPattern("t1 +3 +1");
        assertThat(run(0, with(to, "topic", "describe", "t1"))).contains("retention.ms=60000", "ok");
        assertThat(run(0, with(to, "topic", "delete", "t1"))).contains("Deleted topic t1");
        assertThat(run(1, with(to, "topic", "describe", "t1"))).contains("t1");
        assertThat(run(1, with(to, "produce", "--topic", "t1", "--messages", "1")))
                .contains("t1");
    }

    @Test
    void server_withScram_answersAndReloadsAndEnds() throws Exception {
        int port = Ports.free();
        Path config = dir.resolve("klamm.yaml");
        Files.writeString(config, yaml(port, "first"));
        try (Program server = Program.klamm(dir, "server", "--config", config.toString())) {
            server.awaitLine(line -> line.contains("Klamm listens at http://127.0.0.1:" + port));
            Page page = new Page(port);
            Await.until(
                    "the first reading",
                    SOON,
                    () -> page.json("/clusters")
                                    .path("clusters")
                                    .path(0)
                                    .path("brokers")
                                    .asInt()
                            == 1);
            assertThat(page.metric("kafka_topic_partitions{topic=\"orders\"}")).isEqualTo("2");

            Files.writeString(config, yaml(port, "first").replace("interval: 1s", "intervall: 1s"));
            assertThat(page.post("/-/reload").statusCode()).isEqualTo(400);
            assertThat(page.post("/-/reload").body()).contains("klamm.yaml:", "intervall", "did you mean interval?");
            assertThat(page.json("/clusters")
                            .path("clusters")
                            .path(0)
                            .path("name")
                            .asText())
                    .isEqualTo("first");

            Files.writeString(config, yaml(port, "second"));
            server.signal("HUP");
            Await.until("the reloaded name", SOON, () -> page.json("/clusters")
                    .path("clusters")
                    .path(0)
                    .path("name")
                    .asText()
                    .equals("second"));

            server.terminate();
            assertThat(server.awaitExit(Duration.ofSeconds(15))).isNotNegative();
            assertThat(server.output()).doesNotContain(password()).doesNotContain("Exception");
        }
    }

    @Test
    void server_withSeveralClusters_addsTheLabelAndKeepsTheDeadOneApart() throws Exception {
        int port = Ports.free();
        Path config = dir.resolve("two.yaml");
        Files.writeString(config, yaml(port, "alive") + """
                - name: dead
                  bootstrap-servers: 127.0.0.1:%d
                  interval: 1s
                """.formatted(Ports.free()));
        try (Program server = Program.klamm(dir, "server", "--config", config.toString())) {
            server.awaitLine(line -> line.contains("Klamm listens at"));
            Page page = new Page(port);
            Await.until("alive is read", SOON, () -> page.metric("kafka_brokers{cluster=\"alive\"}")
                    .equals("1"));
            Await.until(
                    "dead is known to be dead",
                    SOON,
                    () -> page.json("/clusters/dead").path("state").asText().equals("error"));

            assertThat(page.json("/clusters/dead").path("lastError").asText())
                    .contains("no broker answers at 127.0.0.1:");
            assertThat(page.get("/api/klamm/v1/clusters/dead/groups").statusCode())
                    .isEqualTo(503);
            assertThat(page.get("/-/ready").statusCode()).isEqualTo(200);

            Program status = Program.klamm(dir, "status", "--url", page.url());
            assertThat(status.awaitExit()).isEqualTo(1);
            assertThat(status.output()).contains("kafka:dead [ERROR]", "kafka:alive [OK]");
        }
    }

    @Test
    void lag_fromAServer_isWhatTheBrokersSay() throws Exception {
        run(
                0,
                "produce",
                "--topic",
                "orders",
                "--messages",
                "20",
                "--rate",
                "0",
                "--bootstrap-servers",
                servers,
                "--command-config",
                login);
        int port = Ports.free();
        try (Program server = Program.klamm(
                dir,
                "server",
                "--bootstrap-servers",
                servers,
                "--command-config",
                login,
                "--listen",
                "127.0.0.1:" + port)) {
            server.awaitLine(line -> line.contains("Klamm listens at"));
            Page page = new Page(port);
            Await.until("the first reading", SOON, () -> page.metric("kafka_brokers")
                    .equals("1"));

            assertThat(new ObjectMapper()
                            .readTree(run(0, "lag", "--json", "--url", page.url()))
                            .isArray())
                    .isTrue();
            assertThat(run(1, "lag", "--topic", "no-such-topic", "--url", page.url()))
                    .contains("topic: no-such-topic (expected: a topic of cluster default)");
        }
    }

    @Test
    void wrongPassword_isSaidInWords_andNeverShown() throws Exception {
        Path wrong = dir.resolve("wrong.properties");
        Files.writeString(wrong, Files.readString(Path.of(login)).replace(password(), "canary-4711"));

        String output = run(1, "groups", "list", "--bootstrap-servers", servers, "--command-config", wrong.toString());

        assertThat(output).contains("login refused at " + servers).doesNotContain("canary-4711");
    }

    @Test
    void badConfigurations_areRefusedWithCodeTwo() throws Exception {
        Path bad = dir.resolve("bad.yaml");
        Files.writeString(bad, """
                listn: 127.0.0.1:1
                clusters:
                - name: a
                  interval: 15x
                """);

        assertThat(run(2, "check", "config", bad.toString()))
                .contains("bad.yaml:1: listn", "did you mean listen?", "bootstrap-servers", "15x", "3 problem(s)");
        assertThat(run(2, "server", "--config", bad.toString())).contains("nothing was started");
        assertThat(run(2, "server", "--config", dir.resolve("absent.yaml").toString()))
                .contains("absent.yaml");
        assertThat(run(2, "server")).contains("nothing to watch");
        assertThat(run(2, "no-such-command")).contains("no-such-command");
        assertThat(run(
                        0,
                        "check",
                        "config",
                        Path.of(Program.property("klamm.examples"), "klamm.yaml")
                                .toString()))
                .contains("all right, 2 cluster(s)");
    }

    @Test
    void nobodyThere_isSaidInWords() throws Exception {
        String nobody = "127.0.0.1:" + Ports.free();

        assertThat(run(1, "groups", "list", "--bootstrap-servers", nobody)).contains("no broker answers at " + nobody);
        assertThat(run(1, "topic", "list", "--bootstrap-servers", nobody)).contains(nobody);
        assertThat(run(1, "status", "--url", "http://" + nobody)).contains("no answer from http://" + nobody);
        assertThat(run(1, "lab", "status")).contains("no lab in");
    }

    private String yaml(int port, String name) {
        return """
                listen: 127.0.0.1:%d
                clusters:
                - name: %s
                  bootstrap-servers: %s
                  interval: 1s
                  client-properties-file: %s
                """.formatted(port, name, servers, login);
    }

    private String password() {
        Matcher password = Pattern.compile("password=\"([^\"]+)\"")
                .matcher(lab.lab().clientProperties().getOrDefault("sasl.jaas.config", ""));
        assertThat(password.find()).isTrue();
        return password.group(1);
    }

    private static String[] with(String[] more, String... first) {
        String[] all = new String[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private String run(int expectedCode, String... arguments) throws InterruptedException {
        Program program = Program.klamm(dir.resolve("data"), arguments);
        assertThat(program.awaitExit()).as(program.output()).isEqualTo(expectedCode);
        return program.output();
    }
}
