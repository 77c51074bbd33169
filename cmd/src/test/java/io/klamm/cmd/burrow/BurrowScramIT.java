package io.klamm.cmd.burrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.kafka.ClusterReader;
import io.klamm.lab.cluster.Sasl;
import io.klamm.lab.cluster.TestLab;
import io.klamm.lab.topic.Topics;
import io.klamm.model.ClusterSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster that asks for SCRAM, read as a configuration of Burrow says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BurrowScramIT {

    private static final String HOST = "my-kafka-headless:9092";

    /** Everything that a quoted text could stumble over. */
    private static final String PASSWORD = "it's \"se\\cret\" {${x}};";

    private static final String OWN = """
            client-profile:
              p: {sasl: s, client-id: watcher}
            sasl:
              s: {mechanism: SCRAM-SHA-512, username: ann, password: 'PASSWORD', handshake-first: true}
            cluster:
              Live: {servers: ['my-kafka-headless:9092'], client-profile: P, offset-refresh: 30}
            consumer:
              live: {cluster: live, servers: ['my-kafka-headless:9092'], client-profile: p}
            """;

    @TempDir
    Path folder;

    private TestLab lab;

    BurrowScramIT() {
        lab = TestLab.start(config -> config.brokers(1)
                .sasl(Sasl.SCRAM)
                .user("devops", "devops-secret")
                .user("ann", PASSWORD));
    }

    @BeforeAll
    void createTopic() {
        try (Topics topics = Topics.connect(lab.client())) {
            topics.create("orders", 3, 1, Map.of());
        }
    }

    @AfterAll
    void closeLab() {
        lab.close();
    }

    @Test
    void read_seed_fromRealCluster() throws IOException {
        Path seeds = Seeds.folder().orElse(null);
        assumeTrue(seeds != null, "no seed documents (KLAMM_SEEDS, or shared/seeds beside the repository)");

        assertThat(read(Seeds.yaml(seeds)).topics()).extracting("name").contains("orders");
    }

    @Test
    void read_passwordOfEveryKindOfLetter_logsIn() throws IOException {
        String yaml = OWN.replace("PASSWORD", PASSWORD.replace("'", "''"));

        assertThat(read(yaml).topics()).extracting("name").contains("orders");
    }

    @Test
    void read_wrongPassword_isSaidWithoutIt() {
        assertThatThrownBy(() -> read(OWN.replace("PASSWORD", "canary-4711")))
                .hasMessageContaining("uthentication")
                .hasMessageNotContaining("canary-4711");
    }

    private ClusterSnapshot read(String yaml) throws IOException {
        String here = yaml.replace(HOST, lab.lab().bootstrapServers());
        Loaded<BurrowSetup> loaded =
                BurrowSettings.load(Files.writeString(folder.resolve("burrow.yaml"), here), Environment.of(Map.of()));
        try (ClusterReader reader =
                new ClusterReader(loaded.orThrow().clusters().get(0), Clock.systemUTC())) {
            return reader.read();
        }
    }
}
