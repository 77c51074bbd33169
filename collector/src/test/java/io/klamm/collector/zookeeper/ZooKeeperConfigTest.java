package io.klamm.collector.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.config.Secret;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZooKeeperConfigTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void path_endOfItIsOfNoMatter() {
        assertThat(ZooKeeperConfig.of("c", "zk1:2181,zk2:2181", "/kafka/live/", TIMEOUT)
                        .path())
                .isEqualTo("/kafka/live");
        assertThat(ZooKeeperConfig.of("c", "zk1:2181", "/", TIMEOUT).path()).isEmpty();
    }

    @Test
    void wrongValues_areRefusedWithWhatWasExpected() {
        assertThatThrownBy(() -> ZooKeeperConfig.of("c", "zk1:2181/kafka", "", TIMEOUT))
                .hasMessage(
                        "ZooKeeper's servers: zk1:2181/kafka (expected: host:port, comma-separated, without a path)");
        assertThatThrownBy(() -> ZooKeeperConfig.of("c", "", "", TIMEOUT)).hasMessageContaining("servers");
        assertThatThrownBy(() -> ZooKeeperConfig.of("c", "zk1:2181", "kafka", TIMEOUT))
                .hasMessage("ZooKeeper's path: kafka (expected: empty, or /one or /one/two)");
        assertThatThrownBy(() -> ZooKeeperConfig.of("c", "zk1:2181", "", Duration.ZERO))
                .hasMessage("ZooKeeper's session timeout: 0 s (expected: 1 s to 5 min)");
    }

    @Test
    void login_withoutPassword_isRefusedAndNotShown() {
        Optional<Secret> login = Optional.of(Secret.of("canary"));

        assertThatThrownBy(() -> new ZooKeeperConfig("c", "zk1:2181", "", TIMEOUT, login))
                .hasMessageContaining("user:password")
                .hasMessageNotContaining("canary");
    }
}
