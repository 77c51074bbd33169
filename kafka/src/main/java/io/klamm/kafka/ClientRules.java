package io.klamm.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * Which settings a client may be given: whatever Kafka understands and does not let the author of a file run code in this process.
 */
final class ClientRules {

    /** They make the client load classes that have nothing to do with logging in. */
    private static final Set<String> REFUSED =
            Set.of("config.providers", "metric.reporters", "interceptor.classes", "security.providers");

    private static final List<String> SECRET_WORDS =
            List.of("password", "secret", "jaas", "token", "credential", "ssl.keystore.key", "assertion.private.key");

    private ClientRules() {}

    /**
     * @param scrub takes secrets out of Kafka's own messages
     * @throws IllegalArgumentException naming the key and what is expected
     */
    static void check(Map<String, String> values, UnaryOperator<String> scrub) {
        values.forEach((key, value) -> {
            if (REFUSED.contains(key) || key.startsWith("config.providers.")) {
                throw new IllegalArgumentException(key + ": refused, because it loads classes (expected: no such key)");
            }
            if (key.endsWith(SaslConfigs.SASL_JAAS_CONFIG)) {
                JaasText.check(key, value);
            }
        });
        OAuthResources.check(values);
        checkTypes(values, scrub);
        boolean sasl = values.getOrDefault("security.protocol", "")
                .strip()
                .toUpperCase(Locale.ROOT)
                .startsWith("SASL");
        if (sasl && !values.containsKey(SaslConfigs.SASL_JAAS_CONFIG)) {
            JaasText.checkJvm();
        }
    }

    /** Numbers that are none, protocols that do not exist: found when the file is read and not when the client is made. */
    private static void checkTypes(Map<String, String> values, UnaryOperator<String> scrub) {
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9092");
        try {
            new AdminClientConfig(all).values();
        } catch (ConfigException e) {
            throw new IllegalArgumentException(scrub.apply(String.valueOf(e.getMessage())));
        }
    }

    /** Whether the key's value may not be shown. */
    static boolean secret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(lower::contains);
    }

    /** A word for each key that Kafka's clients do not know, in case it is a slip. */
    static List<String> warnings(Collection<String> keys) {
        return keys.stream()
                .filter(key -> !KnownKeys.known(key))
                .map(key -> KnownKeys.nearest(key)
                        .map(near -> key + ": Kafka's clients know no such key (did you mean " + near + "?)")
                        .orElse(key + ": Kafka's clients know no such key"))
                .toList();
    }
}
