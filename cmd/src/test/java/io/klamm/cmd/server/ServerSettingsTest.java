package io.klamm.cmd.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.cmd.store.StoreSettings;
import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.YamlFile;
import io.klamm.kafka.NameFilter;
import io.klamm.model.series.Labels;
import io.klamm.scrape.config.ScrapeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {

    private static final Path DATA = Path.of("/var/lib/klamm");

    @Test
    void bind_example_hasEveryKey() {
        Loaded<ServerSettings> loaded = YamlFile.read(Path.of("../examples/klamm.yaml"), Environment.of(Map.of()))
                .bind(root -> ServerSettings.bind(root, DATA, Optional.empty()));

        assertThat(loaded.problems()).isEmpty();
        ServerSettings settings = loaded.orThrow();
        assertThat(settings.web().address()).isEqualTo("127.0.0.1:8080");
        assertThat(settings.web().dataDir()).contains(DATA);
        assertThat(settings.store()).as("the defaults, as they stand there").isEqualTo(StoreSettings.usual(DATA));
        assertThat(settings.clusters()).extracting("name").containsExactly("orders", "payments");
        assertThat(settings.clusters().get(0).topics().accepts("__consumer_offsets"))
                .isFalse();
        assertThat(settings.clusters().get(0).topics().accepts("orders")).isTrue();
        assertThat(settings.clusters().get(1).client().values()).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
    }

    @Test
    void bind_prometheusFile_isReadAndNeedsNoCluster(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("prometheus.yml");
        Files.writeString(file, "scrape_configs: [{job_name: node, static_configs: [{targets: ['127.0.0.1:9100']}]}]");

        ServerSettings settings =
                bind("prometheus-config: " + file, Optional.empty()).orThrow();

        assertThat(settings.watched()).isEmpty();
        assertThat(settings.scraping().orElseThrow().scrapeConfigs())
                .extracting(ScrapeConfig::jobName)
                .containsExactly("node");
    }

    @Test
    void bind_prometheusFileWithRemotes_areThoseOfTheStore(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("prometheus.yml");
        Files.writeString(file, """
                global: {external_labels: {site: seoul}}
                remote_write:
                - {url: 'http://127.0.0.1:9009/w', write_relabel_configs: [{regex: 'x', action: labeldrop}]}
                remote_read: [{url: 'http://127.0.0.1:9009/r'}]
                """);

        ServerSettings settings =
                bind("prometheus-config: " + file, Optional.empty()).orThrow();

        assertThat(settings.store().remotes().writes())
                .singleElement()
                .satisfies(write -> assertThat(write.externalLabels()).isEqualTo(Labels.of("site", "seoul")));
        assertThat(settings.store().remotes().reads()).hasSize(1);
        assertThat(bind("prometheus-config: " + file, Optional.empty())
                        .orThrow()
                        .store())
                .as("read again, as a reload does")
                .isEqualTo(settings.store());
    }

    @Test
    void bind_prometheusFileThatIsWrong_isAProblemWithItsPlace(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("prometheus.yml");
        Files.writeString(file, "scrape_configs:\n- job_name: node\n  scrape_interval: soon\n");

        assertThat(bind("prometheus-config: " + file, Optional.empty()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("prometheus.yml:3", "scrape_interval"));
    }

    @Test
    void bind_burrowsWindow_isThatOfAllClusters() {
        String yaml = "clusters: [{name: a, bootstrap-servers: 'b:9092'}]\nburrow: {intervals: 5, min-distance: 2s,"
                + " expire-group: 1d, expire-cache: 3s, minimum-complete: 0.5, allowed-lag: 7}";

        assertThat(bind(yaml, Optional.empty()).orThrow().watched().get(0).burrow())
                .isEqualTo(new BurrowWindow(
                        5, Duration.ofSeconds(2), Duration.ofDays(1), NameFilter.all(), Duration.ofSeconds(3), 0.5, 7));
    }

    @Test
    void bind_burrowsWindowOutOfRange_isAProblem() {
        String yaml =
                "clusters: [{name: a, bootstrap-servers: 'b:9092'}]\nburrow: {intervals: 0, minimum-complete: NaN}";

        assertThat(texts(bind(yaml, Optional.empty())))
                .contains("burrow.intervals")
                .contains("burrow.minimum-complete")
                .contains("from 0 to 1");
    }

    @Test
    void bind_leastOfAll_hasDefaults() {
        ServerSettings settings = bind("clusters: [{name: a, bootstrap-servers: 'b:9092'}]", Optional.empty())
                .orThrow();

        assertThat(settings.web().address()).isEqualTo("127.0.0.1:8080");
        assertThat(settings.clusters().get(0).interval()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void bind_listenFromOutside_wins() {
        String yaml = "listen: 127.0.0.1:1\nclusters: [{name: a, bootstrap-servers: 'b:9092'}]";

        assertThat(bind(yaml, Optional.of("127.0.0.1:2")).orThrow().web().port())
                .isEqualTo(2);
        assertThat(bind(yaml, Optional.of("nonsense::")).problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("nonsense::", "host:port");
    }

    @Test
    void bind_noClusters_isAProblem() {
        assertThat(texts(bind("listen: 127.0.0.1:1", Optional.empty())))
                .contains("clusters: none (expected: at least one");
    }

    @Test
    void bind_sameNameTwice_isAProblemAtTheSecond() {
        String yaml = """
                clusters:
                - {name: a, bootstrap-servers: 'b:9092'}
                - {name: a, bootstrap-servers: 'c:9092'}
                """;

        assertThat(texts(bind(yaml, Optional.empty())))
                .contains("test.yaml:3: clusters[1].name: \"a\" (expected: a name of its own)");
    }

    @Test
    void bind_secondSettings_areEqualOnlyWhenTheyAreTheSame() {
        String yaml =
                "clusters: [{name: a, bootstrap-servers: 'b:9092', topics: {include: [x]}, client: {client.id: c}}]";

        assertThat(bind(yaml, Optional.empty()).orThrow())
                .isEqualTo(bind(yaml, Optional.empty()).orThrow());
        assertThat(bind(yaml, Optional.empty()).orThrow())
                .isNotEqualTo(bind(yaml.replace("[x]", "[y]"), Optional.empty()).orThrow());
    }

    private static Loaded<ServerSettings> bind(String yaml, Optional<String> listen) {
        return YamlFile.parse("test.yaml", yaml, Environment.of(Map.of()))
                .bind(root -> ServerSettings.bind(root, DATA, listen));
    }

    private static String texts(Loaded<?> loaded) {
        return loaded.text();
    }
}
