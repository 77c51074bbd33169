package io.klamm.config.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurrowFileTest {

    private static final Path RESOURCES = Path.of("src/test/resources/burrow");
    private static final String LEAST = "[cluster.live]\nservers = ['a:9092']\n";

    @TempDir
    Path folder;

    @Test
    void load_everyKey_sameInThreeFormats() {
        Loaded<BurrowConfig> toml = load(RESOURCES.resolve("every-key.toml"), Map.of());
        Loaded<BurrowConfig> yaml = load(RESOURCES.resolve("every-key.yaml"), Map.of());
        Loaded<BurrowConfig> json = load(RESOURCES.resolve("every-key.json"), Map.of());

        assertThat(toml.text() + yaml.text() + json.text()).isEmpty();
        assertThat(toml.warnings()).isEmpty();
        assertThat(yaml.warnings()).isEmpty();
        assertThat(toml.orThrow()).isEqualTo(yaml.orThrow()).isEqualTo(json.orThrow());
        assertThat(toml.orThrow().toString()).doesNotContain("canary-4711").contains("***");
    }

    @Test
    void load_everyKey_everyValue() {
        BurrowConfig config =
                load(RESOURCES.resolve("every-key.toml"), Map.of()).orThrow();

        assertThat(config.general())
                .isEqualTo(new General("/run/burrow.pid", "/var/log/burrow.out", "https://example.com", "watch"));
        assertThat(config.logging()).isEqualTo(new Logging("/var/log/burrow.log", "debug", 50, 5, 7, true, true));
        assertThat(config.zookeeper())
                .contains(new ZooKeeperLock(
                        List.of("zk1:2181", "zk2:2181"), Duration.ofSeconds(7), "/watch", Optional.of("Inner")));
        assertThat(config.profiles().get("SECURE"))
                .isEqualTo(new ClientProfile(
                        "Secure",
                        "watcher",
                        "3.4.0",
                        Optional.of("inner"),
                        Optional.of("scram"),
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.of(Duration.ofSeconds(90))));
        assertThat(config.tls().get("inner"))
                .isEqualTo(
                        new Tls("Inner", Optional.of("ca.pem"), Optional.of("cert.pem"), Optional.of("key.pem"), true));
        assertThat(config.sasl().values())
                .extracting(Sasl::login)
                .containsExactly(
                        new Sasl.Kerberos("kafka", "EXAMPLE.COM", "klamm", "/etc/klamm.keytab", "/etc/other-krb5.conf"),
                        new Sasl.OAuth("klamm", Secret.of("canary-4711"), "https://id.example.com/token"),
                        new Sasl.Password("SCRAM-SHA-512", "ann", Secret.of("canary-4711")));
        assertThat(in(config.sasl(), "scram").handshakeFirst()).isTrue();
        assertThat(config.clusters().values())
                .containsExactly(new Cluster(
                        "Live",
                        List.of("broker1:9092", "broker2:9092"),
                        Optional.of("secure"),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(15)));
        assertThat(config.consumers().values())
                .containsExactly(
                        new Consumer.Kafka(
                                "live",
                                "live",
                                List.of("broker1:9092", "broker2:9092"),
                                Optional.of("SECURE"),
                                "__offsets",
                                true,
                                true,
                                new GroupNames(Optional.of("^shop-"), Optional.of("-test$"))),
                        new Consumer.ZooKeeper(
                                "old",
                                "LIVE",
                                List.of("zk1:2181"),
                                "/kafka",
                                Duration.ofSeconds(20),
                                new GroupNames(Optional.empty(), Optional.of("^console-"))));
        assertThat(config.storage())
                .isEqualTo(new Storage(
                        "memory",
                        20,
                        Duration.ofDays(1),
                        Duration.ofSeconds(2),
                        10,
                        3,
                        new GroupNames(Optional.of("shop"), Optional.empty())));
        assertThat(config.evaluator()).isEqualTo(new Evaluator("usual", Duration.ofSeconds(20), 0.5, 4));
        assertThat(config.listeners().values())
                .containsExactly(
                        new HttpListener("inside", "127.0.0.1:8000", "127.0.0.1", 8000, Duration.ofSeconds(60)));
    }

    @Test
    void load_leastOfAll_hasBurrowsDefaults() throws IOException {
        BurrowConfig config = load(
                        file("burrow.toml", LEAST + "[consumer.live]\ncluster = 'live'\nservers = ['a:9092']\n"),
                        Map.of())
                .orThrow();

        assertThat(config.general()).isEqualTo(new General("burrow.pid", "", "", "burrow"));
        assertThat(config.logging()).isEqualTo(new Logging("", "info", 100, 10, 30, false, false));
        assertThat(config.zookeeper()).isEmpty();
        assertThat(config.clusters().get("live"))
                .isEqualTo(new Cluster(
                        "live",
                        List.of("a:9092"),
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ZERO));
        assertThat(config.profile(Optional.empty()).clientId()).isEqualTo("burrow-lagchecker");
        assertThat(config.profile(Optional.empty()).kafkaVersion()).isEqualTo("2.8.0");
        assertThat(config.consumers().get("live"))
                .isEqualTo(new Consumer.Kafka(
                        "live",
                        "live",
                        List.of("a:9092"),
                        Optional.empty(),
                        "__consumer_offsets",
                        false,
                        false,
                        GroupNames.ALL));
        assertThat(config.storage())
                .isEqualTo(new Storage("default", 10, Duration.ofDays(7), Duration.ZERO, 20, 1, GroupNames.ALL));
        assertThat(config.evaluator()).isEqualTo(new Evaluator("default", Duration.ofSeconds(10), 0, 0));
        assertThat(config.listeners()).isEmpty();
    }

    @Test
    void load_variables_winOverFileAndDefaults() throws IOException {
        Map<String, String> variables = Map.of(
                "WATCH_ME_CLUSTER_LIVE_EU_SERVERS", "x:1 y:2",
                "WATCH_ME_CLUSTER_LIVE_EU_OFFSET_REFRESH", "5",
                "WATCH_ME_STORAGE_DEFAULT_INTERVALS", "15",
                "WATCH_ME_SASL_A_PASSWORD", "pass",
                "WATCH_ME_CLUSTER", "no section is a single value",
                "BURROW_EVALUATOR_DEFAULT_ALLOWED_LAG", "77");
        String toml = """
                [general]
                env-var-prefix = 'watch-me'
                [cluster.Live-EU]
                servers = ['a:9092']
                [sasl.a]
                username = 'u'
                """;

        BurrowConfig config = load(file("burrow.toml", toml), variables).orThrow();

        assertThat(in(config.clusters(), "live-eu").servers()).containsExactly("x:1", "y:2");
        assertThat(in(config.clusters(), "live-eu").offsetRefresh()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.clusters().firstKey()).isEqualTo("Live-EU");
        assertThat(config.storage().intervals()).isEqualTo(15);
        assertThat(config.evaluator().allowedLag()).isZero();
        assertThat(in(config.sasl(), "a").login()).isEqualTo(new Sasl.Password("PLAIN", "u", Secret.of("pass")));
    }

    @Test
    void load_directory_takesTheFileThatBurrowWould() throws IOException {
        file("burrow.yml", "cluster: {d: {servers: [a:9092]}}");
        file("burrow.hcl", "nonsense");
        Loaded<BurrowConfig> loaded = load(folder, Map.of());
        assertThat(loaded.orThrow().clusters()).containsOnlyKeys("d");
        assertThat(loaded.warnings())
                .extracting(Problem::message)
                .containsExactly("not read, because there is also burrow.yml: burrow.hcl");

        file("burrow.toml", LEAST);
        assertThat(load(folder, Map.of()).orThrow().clusters()).containsOnlyKeys("live");
    }

    @Test
    void load_emptyDirectory_saysWhatIsMissing() {
        assertThat(load(folder, Map.of()).text()).endsWith("burrow.toml: no such file (expected: a readable file)");
    }

    @Test
    void load_directoryWithAnotherFormatOnly_saysWhatToDo() throws IOException {
        file("burrow.ini", "x");

        assertThat(load(folder, Map.of()).text())
                .contains("burrow.ini: a format that is not read", ".toml, .yaml, .yml or .json", "convert");
    }

    @Test
    void load_namesWithDots_areFound() throws IOException {
        String toml = """
                [cluster."eu.live"]
                servers = ['a:9092']
                [consumer."eu.live"]
                cluster = 'EU.live'
                servers = ['a:9092']
                """;

        BurrowConfig config = load(file("burrow.toml", toml), Map.of("BURROW_CLUSTER_EU_LIVE_TOPIC_REFRESH", "90"))
                .orThrow();

        assertThat(in(config.clusters(), "EU.LIVE").topicRefresh()).isEqualTo(Duration.ofSeconds(90));
    }

    private static <T> T in(Map<String, T> sections, String name) {
        return Objects.requireNonNull(sections.get(name), name);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Loaded<BurrowConfig> load(Path path, Map<String, String> environment) {
        return BurrowFile.load(path, Environment.of(environment), Regexes.FORMAT);
    }
}
