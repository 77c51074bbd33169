package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.config.Environment;
import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
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

    @ParameterizedTest
    @ValueSource(strings = {"host", "host:", ":80x", "host:70000", "::1:80", "http://host:80", "a b:80"})
    void bind_listenBad_isAProblem(String listen) {
        assertThat(bind("web:\n  listen: '" + listen + "'\n").text())
                .contains("klamm.yaml:2: web.listen")
                .contains("expected: host:port");
    }

    @Test
    void config_portOutOfRange_isRefused() {
        assertThatThrownBy(() -> WebConfig.loopback(70_000)).hasMessageContaining("listen: port 70000 (expected: 0 to");
    }
}
