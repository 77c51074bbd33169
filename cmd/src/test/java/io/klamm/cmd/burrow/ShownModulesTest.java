package io.klamm.cmd.burrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.klamm.config.Environment;
import io.klamm.config.burrow.BurrowConfig;
import io.klamm.config.burrow.BurrowFile;
import io.klamm.kafka.NameFilter;
import io.klamm.web.burrow.BurrowModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownModulesTest {

    private static final String FILE = """
            [general]
            access-control-allow-origin="*"
            [sasl.s]
            mechanism="PLAIN"
            username="u"
            password="hidden"
            [tls.t]
            noverify=true
            [client-profile.p]
            client-id="me"
            tls="t"
            sasl="s"
            [cluster.main]
            class-name="kafka"
            servers=["k1:9092"]
            client-profile="p"
            offset-refresh=30
            [consumer.main]
            class-name="kafka"
            cluster="main"
            servers=["k1:9092"]
            group-allowlist="^a"
            [consumer.old]
            class-name="kafka_zk"
            cluster="main"
            servers=["zk:2181"]
            zookeeper-path="/kafka"
            [storage.s]
            intervals=4
            [httpserver.web]
            address=":8000"
            """;

    @TempDir
    Path directory;

    private BurrowModules shown() throws IOException {
        Path file = Files.writeString(directory.resolve("burrow.toml"), FILE);
        BurrowConfig config = BurrowFile.load(file, Environment.of(Map.of()), NameFilter.PATTERN)
                .orThrow();
        return ShownModules.of(config);
    }

    @Test
    void of_sections_areShownAsBurrowDoes() throws IOException {
        BurrowModules modules = shown();

        assertThat(modules.general()).isEqualTo(new BurrowModules.General("burrow.pid", "", "*"));
        assertThat(modules.storages()).containsEntry("s", new BurrowModules.Storage("inmemory", 4, 0, "", 604_800));
        assertThat(modules.evaluators().values()).containsExactly(new BurrowModules.Evaluator("caching", 10));
        assertThat(modules.httpServers()).containsEntry("web", new BurrowModules.HttpServer(":8000", "", 300));
        assertThat(modules.zooKeeper().servers()).isEmpty();
        assertThat(modules.consumers().values())
                .extracting(BurrowModules.Consumer::className, BurrowModules.Consumer::zooKeeperPath)
                .containsExactly(tuple("kafka", ""), tuple("kafka_zk", "/kafka"));
    }

    @Test
    void of_login_showsTheUserAndNoSecret() throws IOException {
        BurrowModules modules = shown();

        assertThat(modules.clusters())
                .containsEntry(
                        "main",
                        new BurrowModules.Cluster(
                                "kafka",
                                List.of("k1:9092"),
                                new BurrowModules.ClientProfile(
                                        "p",
                                        "me",
                                        "2.8.0",
                                        Optional.of(new BurrowModules.Tls("t", true, "", "", "")),
                                        Optional.of(new BurrowModules.Sasl("s", false, "u"))),
                                60,
                                30));
        assertThat(modules.toString()).doesNotContain("hidden");
    }
}
