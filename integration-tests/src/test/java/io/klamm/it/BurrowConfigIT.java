package io.klamm.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.lab.cluster.LabZooKeeper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code klamm server --burrow-config} with the files of the seed documents as they stand there, but for names of hosts and passwords, on real brokers and a real ZooKeeper.
 * As there, Burrow listens on all addresses, and so asks for a login here.
 */
class BurrowConfigIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LOGIN = "Log in as admin with the password ";

    @TempDir
    private Path dataDir;

    private final int kafkaPort = Ports.freeForLab();
    private final int port = Ports.free();
    private final int burrowPort = Ports.free();
    private String authorization = "";

    @Test
    void yamlOfTheSeed_scram_answersAsBurrow() throws Exception {
        String text = between(seed("001"), "burrow.yaml: |\n", "\nEOF").replaceAll("(?m)^ {4}", "");
        run("lab", "up", "--brokers", "1", "--sasl", "scram", "--kafka-port", Integer.toString(kafkaPort));
        try {
            String login = login();
            String config = text.replace("my-kafka-headless:9092", servers())
                    .replace(":8000", ":" + burrowPort)
                    .replace("devops-secret", found(login, "password=\"([^\"]+)"))
                    .replace("\"devops\"", "\"" + found(login, "username=\"([^\"]+)") + "\"");
            try (Program server = start("burrow.yaml", config)) {
                commit(
                        "--command-config",
                        dataDir.resolve("lab/client.properties").toString());
                Await.until("the group", PATIENCE, () -> status("my-kafka", "orders-reader")
                        .equals("OK"));
                assertThat(get("/v3/kafka/my-kafka")
                                .at("/module/client-profile/sasl/name")
                                .asText())
                        .isEqualTo("my-kafka");
                assertThat(server.output()).doesNotContain(found(login, "password=\"([^\"]+)"));
            }
        } finally {
            run("lab", "down");
        }
    }

    @Test
    void tomlOfTheSeed_kafkaAndZooKeeper_answersAsBurrow() throws Exception {
        String text = between(seed("002"), "**burrow.toml**\n\n```\n", "\n```");
        run("lab", "up", "--brokers", "1", "--kafka-port", Integer.toString(kafkaPort));
        try (LabZooKeeper zooKeeper = LabZooKeeper.start()) {
            String config = text.replaceAll("\"[^\",]+:9092\"", "\"" + servers() + "\"")
                    .replaceAll("\"[^\",]+:2181\"", "\"" + zooKeeper.address() + "\"")
                    .replace(":8000", ":" + burrowPort)
                    .replace("offset-refresh=30", "offset-refresh=2");
            try (Program server = start("burrow.toml", config)) {
                commit();
                for (String node : List.of(
                        "/consumers", "/consumers/old", "/consumers/old/offsets", "/consumers/old/offsets/orders")) {
                    create(zooKeeper, node, "");
                }
                create(zooKeeper, "/consumers/old/offsets/orders/0", "5");
                Await.until("the group of Kafka", PATIENCE, () -> status("live", "orders-reader")
                        .equals("OK"));
                Await.until("the group of ZooKeeper", PATIENCE, () -> !status("live", "old")
                        .equals("NOTFOUND"));
                assertThat(get("/v3/kafka/live/consumer/old/lag")
                                .at("/status/totallag")
                                .asLong())
                        .isEqualTo(5);
                assertThat(get("/v3/config/consumer/live_zk")
                                .at("/module/class-name")
                                .asText())
                        .isEqualTo("kafka_zk");
                assertThat(server.output()).contains("warning");
            }
        } finally {
            run("lab", "down");
        }
    }

    private Program start(String name, String config) throws Exception {
        Path file = Files.writeString(dataDir.resolve(name), config);
        Program server =
                Program.klamm(dataDir, "server", "--burrow-config", file.toString(), "--listen", "127.0.0.1:" + port);
        String line = server.awaitLine(text -> text.startsWith(LOGIN));
        String password = line.substring(LOGIN.length()).split(" ", 2)[0];
        authorization =
                "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        return server;
    }

    /** A topic of ten messages, all of which a group has read. */
    private void commit(String... login) throws Exception {
        run(with(login, "topic", "create", "orders", "1", "1"));
        run(with(login, "produce", "--topic", "orders", "--rate", "100", "--messages", "10"));
        String[] consume = with(
                login, "consume", "--topic", "orders", "--group", "orders-reader", "--process-time", "0", "--recommit");
        try (Program consumer = Program.klamm(dataDir, consume)) {
            Await.until("all read", PATIENCE, () -> !status(cluster(), "orders-reader")
                    .equals("NOTFOUND"));
            assertThat(consumer.handle().isAlive()).isTrue();
        }
    }

    private String cluster() throws Exception {
        return get("/v3/kafka").at("/clusters/0").asText();
    }

    private String[] with(String[] login, String... command) {
        String[] all = Arrays.copyOf(command, command.length + 2 + login.length);
        all[command.length] = "--bootstrap-servers";
        all[command.length + 1] = servers();
        System.arraycopy(login, 0, all, command.length + 2, login.length);
        return all;
    }

    private String status(String cluster, String group) throws Exception {
        return get("/v3/kafka/" + cluster + "/consumer/" + group + "/lag")
                .at("/status/status")
                .asText();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + burrowPort + path))
                .header("Authorization", authorization)
                .build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    /** By ZooKeeper's own command line; the Netty that it needs is in the distribution. */
    private static void create(LabZooKeeper zooKeeper, String node, String data) throws InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("..", "lab", "zookeeper", "target", "lib").toAbsolutePath() + "/*:"
                        + Path.of(Program.property("klamm.dist"), "lib") + "/*",
                "org.apache.zookeeper.ZooKeeperMain",
                "-server",
                zooKeeper.address(),
                "create",
                node,
                data.isEmpty() ? "x" : data);
        try (Program client = Program.start(command, Map.of(), Path.of(""))) {
            assertThat(client.awaitExit()).as(client.output()).isZero();
        }
    }

    private static String seed(String number) throws IOException {
        String set = System.getenv("KLAMM_SEEDS");
        Path folder = set == null ? Path.of("..", "..", "shared", "seeds") : Path.of(set);
        assumeTrue(Files.isDirectory(folder), "no seed documents (KLAMM_SEEDS, or shared/seeds beside the repository)");
        try (var files = Files.list(folder)) {
            Optional<Path> file = files.filter(
                            each -> each.getFileName().toString().startsWith(number))
                    .findFirst();
            assumeTrue(file.isPresent(), "no seed document " + number);
            return Files.readString(file.orElseThrow());
        }
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        assertThat(from).as(begin).isNotNegative();
        return text.substring(from + begin.length(), text.indexOf(end, from + begin.length()));
    }

    /** What the lab's clients log in with. */
    private String login() throws IOException {
        Properties client = new Properties();
        try (var in = Files.newBufferedReader(dataDir.resolve("lab/client.properties"))) {
            client.load(in);
        }
        return client.getProperty("sasl.jaas.config", "");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private String servers() {
        return "127.0.0.1:" + kafkaPort;
    }

    private void run(String... arguments) throws InterruptedException {
        Program program = Program.klamm(dataDir, arguments);
        assertThat(program.awaitExit()).as(program.output()).isZero();
    }
}
