package io.klamm.kafka;

import io.klamm.model.Retention;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;

/** From the settings of a topic to when its records are deleted. Pure. */
final class RetentionMapper {

    private RetentionMapper() {}

    /** Empty when the settings do not say it. */
    static Optional<Retention> retention(Config config) {
        return value(config, TopicConfig.CLEANUP_POLICY_CONFIG).map(text -> {
            List<String> policies = List.of(text.strip().split("\\s*,\\s*", -1));
            return new Retention(
                    policies.contains(TopicConfig.CLEANUP_POLICY_DELETE),
                    policies.contains(TopicConfig.CLEANUP_POLICY_COMPACT),
                    limit(config, TopicConfig.RETENTION_MS_CONFIG),
                    limit(config, TopicConfig.RETENTION_BYTES_CONFIG));
        });
    }

    /** Kafka writes -1 for no limit. */
    private static OptionalLong limit(Config config, String key) {
        return value(config, key)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<String> value(Config config, String key) {
        return Optional.ofNullable(config.get(key)).map(ConfigEntry::value);
    }
}
