package io.klamm.scrape.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import io.klamm.model.series.Labels;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.remote.read.RemoteReadConfig;
import io.klamm.storage.remote.send.SendConfig;
import io.klamm.storage.remote.write.WriteProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemotesTest {

    private static final Labels EXTERNAL = Labels.of("region", "eu");

    @TempDir
    private Path directory;

    @Test
    void bind_write_becomesWhatTheSenderNeeds() throws IOException {
        Files.writeString(directory.resolve("password"), "pw\n");
        PrometheusFile file = load("""
                remote_write:
                  - url: https://mimir.example:9009/api/v1/push
                    name: mimir
                    remote_timeout: 10s
                    protobuf_message: prometheus.WriteRequest
                    headers: {X-Scope-OrgID: team}
                    basic_auth: {username: u, password_file: password}
                    queue_config: {max_samples_per_send: 500, max_shards: 3, batch_send_deadline: 2s, min_backoff: 1s, max_backoff: 10s}
                    write_relabel_configs:
                      - {source_labels: [__name__], regex: 'go_.*', action: drop}
                      - {regex: pod, action: labeldrop}
                """).orThrow();
        SendConfig config = file.remoteWrites().get(0).sendConfig(EXTERNAL);
        assertThat(config.name()).isEqualTo("mimir");
        assertThat(config.url()).hasToString("https://mimir.example:9009/api/v1/push");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.protocol()).isEqualTo(WriteProtocol.V1);
        assertThat(config.headers()).isEqualTo(Map.of("X-Scope-OrgID", "team", "Authorization", "Basic dTpwdw=="));
        assertThat(config.externalLabels()).isEqualTo(EXTERNAL);
        assertThat(config.samplesPerRequest()).isEqualTo(500);
        assertThat(config.requestsAtOnce()).isEqualTo(3);
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.minBackoff()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.maxBackoff()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.relabel().apply(Labels.of("__name__", "go_x"))).isNull();
        assertThat(config.relabel().apply(Labels.of("__name__", "a", "pod", "p")))
                .isEqualTo(Labels.of("__name__", "a"));
        Files.delete(directory.resolve("password"));
        assertThatThrownBy(() -> file.remoteWrites().get(0).sendConfig(EXTERNAL))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void bind_plainWrite_isTheUsual() throws IOException {
        RemoteWrite write = load("remote_write: [{url: 'http://127.0.0.1:9090/api/v1/write'}]")
                .orThrow()
                .remoteWrites()
                .get(0);
        SendConfig usual =
                SendConfig.of("127.0.0.1-9090", write.sendConfig(Labels.EMPTY).url());
        assertThat(write.sendConfig(Labels.EMPTY)).isEqualTo(usual);
    }

    @Test
    void bind_read_becomesWhatTheReaderNeeds() throws IOException {
        RemoteRead read = load("""
                remote_read:
                  - url: http://thanos.example/api/v1/read
                    remote_timeout: 30s
                    read_recent: true
                    filter_external_labels: false
                    required_matchers: {job: kafka}
                    authorization: {credentials: s3cr3t}
                """).orThrow().remoteReads().get(0);
        RemoteReadConfig config = read.readConfig(EXTERNAL);
        assertThat(config.name()).isEqualTo("thanos.example");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.readRecent()).isTrue();
        assertThat(config.filterExternalLabels()).isFalse();
        assertThat(config.requiredMatchers()).containsExactly(new Matcher(MatchType.EQUAL, "job", "kafka"));
        assertThat(config.headers()).isEqualTo(Map.of("Authorization", "Bearer s3cr3t"));
        assertThat(read.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void bind_whatTheSenderHasNot_isAProblemOrAWarning() {
        Loaded<PrometheusFile> loaded = load("""
                remote_write:
                  - url: http://a.example:1/w
                    send_exemplars: true
                    queue_config: {capacity: 5}
                  - url: http://a.example:1/v
                    tls_config: {insecure_skip_verify: true}
                    sigv4: {region: x}
                    queue_confg: {}
                  - url: nowhere
                remote_read: [{name: a b, url: 'http://b.example'}]
                """);
        assertThat(loaded.text().lines())
                .containsExactly(
                        "p.yml:5: remote_write[1].name: a.example-1 (expected: a name of its own)",
                        "p.yml:6: remote_write[1].tls_config: not built in Klamm for remote stores (expected: none)",
                        "p.yml:7: remote_write[1].sigv4: not built in Klamm (expected: basic_auth or authorization)",
                        "p.yml:8: remote_write[1].queue_confg: unknown key (did you mean queue_config?)",
                        "p.yml:9: remote_write[2].url: \"nowhere\" (expected: an http or https URL with a host)",
                        "p.yml:10: remote_read[0].name: \"a b\" (expected: letters, digits, dots, underscores or hyphens)");
        assertThat(loaded.warnings())
                .extracting(warning -> warning.path())
                .containsExactly("remote_write[0].send_exemplars", "remote_write[0].queue_config.capacity");
    }

    @Test
    void bind_nobodyTakesThem_isAWarningByName() {
        Loaded<PrometheusFile> loaded = YamlFile.parseVerbatim("p.yml", "remote_write: [{url: 'http://a'}]")
                .bind(section -> PrometheusFile.bind(section, directory, Set.of()));
        assertThat(loaded.orThrow()).isEqualTo(PrometheusFile.NOTHING);
        assertThat(loaded.warnings()).extracting(warning -> warning.path()).containsExactly("remote_write");
    }

    private Loaded<PrometheusFile> load(String text) {
        return YamlFile.parseVerbatim("p.yml", text)
                .bind(section -> PrometheusFile.bind(section, directory, Set.of("remote_write", "remote_read")));
    }
}
