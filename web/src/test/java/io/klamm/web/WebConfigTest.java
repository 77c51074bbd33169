package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import io.klamm.web.burrow.BurrowOptions;
import io.klamm.web.prometheus.Origins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebConfigTest {

    private static Loaded<WebConfig> bind(String yaml) {
        return YamlFile.parse("klamm.yaml", yaml, Environment.of(Map.of()))
                .bind(root -> WebConfig.bind(root.section("web"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9090,127.0.0.1,9090,127.0.0.1:9090",
        "'[::1]:9090',::1,9090,[::1]:9090",
        "klamm.example:80,klamm.example,80,klamm.example:80",
        "9090,127.0.0.1,9090,127.0.0.1:9090",
        "0.0.0.0:0,0.0.0.0,0,0.0.0.0:0",
    })
    void bind_listen_hostAndPort(String listen, String host, int port, String address) {
        WebConfig config = bind("web:\n  listen: '" + listen + "'\n").orThrow();

        assertThat(config.host()).isEqualTo(host);
        assertThat(config.port()).isEqualTo(port);
        assertThat(config.address()).isEqualTo(address);
    }

    @Test
    void bind_nothing_isLoopback() {
        assertThat(bind("{}").orThrow()).isEqualTo(WebConfig.loopback(8080));
    }

    @Test
    void bind_hostNames_areTaken() {
        assertThat(bind("web:\n  host-names: [a.example, '[fe80::1]']")
                        .orThrow()
                        .hostNames())
                .isEqualTo(List.of("a.example", "[fe80::1]"));
    }

    @Test
    void bind_corsOrigins_areTaken() {
        assertThat(bind("web:\n  cors-origins: ['https://grafana.example:3000', '*']")
                        .orThrow()
                        .origins())
                .isEqualTo(new Origins(List.of("https://grafana.example:3000", "*")));
        assertThat(bind("{}").orThrow().origins()).isEqualTo(Origins.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grafana.example",
                "https://grafana.example/",
                "https://Grafana.example",
                "null",
                "https://*.example"
            })
    void bind_corsOriginThatNoBrowserSends_isAProblem(String origin) {
        assertThat(bind("web:\n  cors-origins: ['" + origin + "']").text())
                .contains("web.cors-origins[0]")
                .contains("expected: an origin, such as https://grafana.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "host:", ":80x", "host:70000", "::1:80", "http://host:80", "a b:80"})
    void bind_listenBad_isAProblem(String listen) {
        assertThat(bind("web:\n  listen: '" + listen + "'\n").text())
                .contains("klamm.yaml:2: web.listen")
                .contains("expected: host:port");
    }

    @Test
    void bind_burrow_isTaken() {
        BurrowConfig burrow = bind("""
                web:
                  burrow:
                    enabled: false
                    listen: [127.0.0.1:8000, '0.0.0.0:8001']
                    access-control-allow-origin: '*'
                    v2: false
                    unescape-again: false
                    dense-offsets: false
                """).orThrow().burrow();

        assertThat(burrow)
                .isEqualTo(new BurrowConfig(
                        false,
                        List.of(
                                new BurrowConfig.Listener("127.0.0.1", 8000),
                                new BurrowConfig.Listener("0.0.0.0", 8001)),
                        new BurrowOptions("*", false, false, false)));
    }

    @Test
    void bind_burrowListenAlone_needsNoList() {
        assertThat(bind("web:\n  burrow:\n    listen: 127.0.0.1:8000\n")
                        .orThrow()
                        .burrow()
                        .listeners())
                .containsExactly(new BurrowConfig.Listener("127.0.0.1", 8000));
    }

    @Test
    void bind_burrowListenBad_isAProblem() {
        assertThat(bind("web:\n  burrow:\n    listen: [8000x]\n").text())
                .contains("klamm.yaml:3: web.burrow.listen[0]")
                .contains("expected: host:port");
    }

    @Test
    void bind_profiles_areTaken() {
        assertThat(bind("web:\n  metrics:\n    profiles: [burrow, kafka-lag-exporter]\n")
                        .orThrow()
                        .profiles())
                .containsExactlyInAnyOrder(MetricsProfile.BURROW, MetricsProfile.KAFKA_LAG_EXPORTER);
        assertThat(bind("web:\n  metrics:\n    profiles: []\n").orThrow().profiles())
                .isEmpty();
        assertThat(bind("{}").orThrow().profiles()).containsExactly(MetricsProfile.KAFKA_EXPORTER);
    }

    @Test
    void bind_profileUnknown_isAProblem() {
        assertThat(bind("web:\n  metrics:\n    profiles: [kminion]\n").text())
                .contains("web.metrics.profiles")
                .contains("expected: one of kafka-exporter, burrow, kafka-lag-exporter");
    }

    @Test
    void config_portOutOfRange_isRefused() {
        assertThatThrownBy(() -> WebConfig.loopback(70_000)).hasMessageContaining("listen: port 70000 (expected: 0 to");
    }
}
