package io.klamm.cmd.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.YamlFile;
import io.klamm.model.series.Labels;
import io.klamm.storage.remote.write.WriteProtocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {

    private static final Path DATA = Path.of("/var/lib/klamm");

    private static Loaded<StoreSettings> bind(String yaml) {
        return YamlFile.parse("klamm.yaml", yaml, Environment.of(Map.of("TOKEN", "t0p")))
                .bind(root -> StoreSettings.bind(root.section("storage"), DATA, Optional.empty()));
    }

    @Test
    void bind_nothing_isTheUsual() {
        StoreSettings settings = bind("{}").orThrow();

        assertThat(settings).isEqualTo(StoreSettings.usual(DATA));
        assertThat(settings.local().directory()).isEqualTo(DATA.resolve("metrics"));
        assertThat(settings.retention()).isEqualTo("15d");
    }

    @Test
    void bind_remotes_haveTheirSettings() {
        StoreSettings settings = bind("""
                        storage:
                          retention: {time: 7d, size: 10GiB}
                          external-labels: {site: seoul}
                          remote-write:
                          - name: mimir
                            url: http://127.0.0.1:9009/api/v1/push
                            bearer-token: ${TOKEN}
                            protocol: '1.0'
                            deadline: 2s
                            relabel:
                            - {source_labels: [__name__], regex: 'go_.*', action: drop}
                          remote-read:
                          - {name: mimir, url: 'http://127.0.0.1:9009/prometheus/api/v1/read', required-matchers: {tier: a}}
                        """).orThrow();

        assertThat(settings.retention()).isEqualTo("1w or 10GiB");
        var write = settings.remotes().writes().get(0);
        assertThat(write.headers()).containsEntry("Authorization", "Bearer t0p");
        assertThat(write.toString()).doesNotContain("t0p");
        assertThat(write.protocol()).isEqualTo(WriteProtocol.V1);
        assertThat(write.deadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(write.externalLabels()).isEqualTo(Labels.of("site", "seoul"));
        assertThat(write.relabel().apply(Labels.of("__name__", "go_threads"))).isNull();
        assertThat(write.relabel().apply(Labels.of("__name__", "up"))).isEqualTo(Labels.of("__name__", "up"));
        assertThat(settings.remotes().reads().get(0).requiredMatchers()).hasSize(1);
        assertThat(settings.remotes().reads().get(0).readRecent()).isFalse();
    }

    @Test
    void bind_twice_isEqual() {
        String yaml = """
                storage:
                  remote-write:
                  - {name: a, url: 'http://127.0.0.1/w', relabel: [{regex: 'x', action: labeldrop}]}
                """;

        assertThat(bind(yaml).orThrow()).isEqualTo(bind(yaml).orThrow());
    }

    @Test
    void bind_remoteModeWithoutRemotes_isTwoProblems() {
        assertThat(bind("storage: {mode: remote}").problems())
                .extracting(Problem::text)
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("remote-write"))
                .anySatisfy(text -> assertThat(text).contains("remote-read"));
    }

    @Test
    void bind_remoteMode_keepsABuffer() {
        StoreSettings settings = bind("""
                        storage:
                          mode: remote
                          remote-write: [{name: a, url: 'http://127.0.0.1/w'}]
                          remote-read: [{name: a, url: 'http://127.0.0.1/r'}]
                        """).orThrow();

        assertThat(settings.mode()).isEqualTo(StoreSettings.Mode.REMOTE);
        assertThat(settings.local().retention().millis())
                .isEqualTo(Duration.ofHours(6).toMillis());
    }

    @Test
    void bind_wrongAddressNameAndLogin_areEachAProblem() {
        assertThat(bind("""
                                storage:
                                  remote-write:
                                  - {name: a, url: 'ftp://x'}
                                  - {name: a, url: 'http://127.0.0.1/w', bearer-token: b, basic-auth: {username: u, password: p}}
                                """).problems()).hasSize(3);
    }
}
