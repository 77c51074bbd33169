package io.klamm.cmd.burrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.burrow.Sasl;
import io.klamm.kafka.ClusterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configurations of the seed documents, exactly as they stand there. */
class SeedsTest {

    @TempDir
    Path folder;

    @Test
    void load_yamlOfTheSeed_scramCluster() throws IOException {
        Loaded<BurrowSetup> loaded = load("burrow.yaml", Seeds.yaml(seeds()));

        BurrowSetup setup = loaded.orThrow();
        assertThat(loaded.warnings()).extracting(Problem::path).containsExactly("httpserver.default.address");
        ClusterConfig cluster = setup.clusters().get(0);
        assertThat(cluster.name()).isEqualTo("my-kafka");
        assertThat(cluster.bootstrapServers()).isEqualTo("my-kafka-headless:9092");
        assertThat(cluster.interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(cluster.client().values())
                .containsEntry("client.id", "burrow-lag-monitor")
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(cluster.client().values().get("sasl.jaas.config"))
                .contains("ScramLoginModule", "username=\"devops\"", "password=\"devops-secret\"");
        assertThat(setup.offsetsTopics()).singleElement().satisfies(topic -> assertThat(topic.topic())
                .isEqualTo("__consumer_offsets"));
        assertThat(setup.config().sasl().values())
                .singleElement()
                .extracting(Sasl::handshakeFirst)
                .isEqualTo(true);
        assertThat(setup.listeners())
                .containsExactly(new BurrowSetup.Listener(
                        "default", BurrowSetup.Listener.EVERYWHERE, 8000, Duration.ofMinutes(5), ""));
        assertThat(setup + "\n" + loaded.warnings() + SetupText.lines(setup)).doesNotContain("devops-secret");
    }

    @Test
    void load_tomlOfTheSeed_kafkaAndZooKeeper() throws IOException {
        Loaded<BurrowSetup> loaded = load("burrow.toml", Seeds.toml(seeds()));

        BurrowSetup setup = loaded.orThrow();
        assertThat(loaded.warnings())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "consumer.live.group-blacklist",
                        "consumer.live.group-whitelist",
                        "consumer.live_zk.group-blacklist",
                        "consumer.live_zk.group-whitelist",
                        "httpserver.default.address");
        ClusterConfig cluster = setup.clusters().get(0);
        assertThat(cluster.name()).isEqualTo("live");
        assertThat(cluster.bootstrapServers().split(",")).hasSize(3).allMatch(server -> server.endsWith(":9092"));
        assertThat(cluster.groups().accepts("console-consumer-17")).isFalse();
        assertThat(cluster.groups().accepts("quick-look")).isFalse();
        assertThat(cluster.groups().accepts("orders")).isTrue();
        assertThat(cluster.client().values()).containsEntry("security.protocol", "PLAINTEXT");
        assertThat(setup.zooKeepers()).singleElement().satisfies(zooKeeper -> {
            assertThat(zooKeeper.cluster()).isEqualTo("live");
            assertThat(zooKeeper.connect().split(",")).hasSize(3).allMatch(server -> server.endsWith(":2181"));
            assertThat(zooKeeper.path()).isEmpty();
            assertThat(zooKeeper.groups().accepts("quick-look")).isFalse();
        });
        assertThat(setup.config().zookeeper().orElseThrow().rootPath()).isEqualTo("/burrow");
    }

    private static Path seeds() {
        Optional<Path> seeds = Seeds.folder();
        assumeTrue(seeds.isPresent(), "no seed documents (KLAMM_SEEDS, or shared/seeds beside the repository)");
        return seeds.orElseThrow();
    }

    private Loaded<BurrowSetup> load(String name, String text) throws IOException {
        return BurrowSettings.load(Files.writeString(folder.resolve(name), text), Environment.of(Map.of()));
    }
}
