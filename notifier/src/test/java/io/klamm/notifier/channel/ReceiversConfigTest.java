package io.klamm.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Loaded;
import org.junit.jupiter.api.Test;

class ReceiversConfigTest {

    @Test
    void bind_receiver_hasItsChannelsInOrder() {
        Loaded<ReceiversConfig> loaded = Sample.load("""
                global: {resolve_timeout: 5m}
                receivers:
                - name: nobody
                - name: team
                  webhook_configs:
                  - url: http://hook.example/a
                  - url: http://hook.example/b
                    send_resolved: false
                """.replace("global: {resolve_timeout: 5m}\n", ""));

        assertThat(loaded.text()).isEmpty();
        assertThat(loaded.orThrow().receivers())
                .extracting(ReceiverSettings::name)
                .containsExactly("nobody", "team");
        assertThat(loaded.orThrow().receivers().get(1).channels()).hasSize(2);
    }

    @Test
    void bind_mistakes_areAllToldWithTheirLines() {
        Loaded<ReceiversConfig> loaded = Sample.load("""
                receivers:
                - name: team
                  wechat_configs: [{to_user: all}]
                  webhook_configs:
                  - url: ftp://hook.example/very-secret
                  - max_alerts: -1
                  pigeon_configs: []
                """);

        assertThat(loaded.text())
                .contains(
                        "alertmanager.yml:3",
                        "wechat_configs: a receiver that is not built in Klamm",
                        "webhook_configs")
                .contains("alertmanager.yml:5", "url: not an address")
                .contains("alertmanager.yml:6", "url: missing", "max_alerts: ")
                .contains("alertmanager.yml:7", "pigeon_configs: unknown key")
                .doesNotContain("very-secret");
    }
}
