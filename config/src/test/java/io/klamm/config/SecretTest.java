package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void toString_anySecret_stars() {
        assertThat(Secret.of("canary")).hasToString("***");
        assertThat(Map.of("password", Secret.of("canary"))).hasToString("{password=***}");
    }

    @Test
    void equals_byValue_hashSaysNothing() {
        assertThat(Secret.of("canary")).isEqualTo(Secret.of("canary")).isNotEqualTo(Secret.of("canarz"));
        assertThat(Secret.of("canary")).hasSameHashCodeAs(Secret.of("other"));
        assertThat(Secret.of("canary").reveal()).isEqualTo("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "ssl.key.password",
                "SSL_KEYSTORE_PASSWORD",
                "sasl.jaas.config",
                "ssl.keystore.key",
                "clientSecret",
                "api-key",
                "apiKey",
                "bearer_token",
                "basic.auth.user.info",
                "slack_webhook",
                "passwd",
                "aws.secret.access.key",
                "routing_key"
            })
    void looksSecret_names_yes(String key) {
        assertThat(SecretKeys.looksSecret(key)).isTrue();
        assertThat(FreeMap.of(Map.of(key, "canary")).toString()).isEqualTo("{" + key + "=***}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acks", "bootstrap.servers", "sasl.mechanism", "ssl.truststore.location", "interval", "keys"})
    void looksSecret_names_no(String key) {
        assertThat(SecretKeys.looksSecret(key)).isFalse();
    }

    @Test
    void freeMap_values_inOrderAndFixed() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("z", "1");
        values.put("a.password", "canary");
        FreeMap map = FreeMap.of(values);
        values.put("b", "2");

        assertThat(map.keys()).containsExactly("z", "a.password");
        assertThat(map).hasToString("{z=1, a.password=***}");
        assertThat(map.get("a.password")).contains("canary");
        assertThat(map.get("b")).isEmpty();
        assertThat(map).isEqualTo(FreeMap.of(map.reveal())).hasSameHashCodeAs(FreeMap.of(map.reveal()));
        assertThat(FreeMap.empty().isEmpty()).isTrue();
    }
}
