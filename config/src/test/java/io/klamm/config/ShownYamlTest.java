package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownYamlTest {

    @Test
    void of_secrets_areHiddenAndTheRestIsThere() {
        String shown = ShownYaml.of("""
                # a comment with hunter2
                global: {smtp_auth_password: hunter2, smtp_require_tls: true}
                receivers:
                - name: 팀
                  slack_configs:
                  - api_url: https://hooks.slack.com/services/T/B/hunter2
                    channel: '#kafka'
                  pagerduty_configs: [{routing_key: hunter2}]
                  webhook_configs: [{url: 'http://10.0.0.1/?key=hunter2', max_alerts: 7}]
                """, key -> key.endsWith("url"));

        assertThat(shown).doesNotContain("hunter2").contains("팀", "'#kafka'", "smtp_require_tls: true");
        assertThat(shown).contains("routing_key: <secret>", "api_url: <secret>");
    }

    @Test
    void of_keyThatLooksSecretOfAList_hidesAllOfIt() {
        assertThat(ShownYaml.of("tokens: [a1, {b: b1}]\n", key -> false))
                .doesNotContain("a1", "b1")
                .contains("<secret>");
    }

    @Test
    void of_noYaml_isNothing() {
        assertThat(ShownYaml.of("a: [hunter2", key -> false)).isEmpty();
        assertThat(ShownYaml.of("", key -> false)).isEmpty();
    }
}
