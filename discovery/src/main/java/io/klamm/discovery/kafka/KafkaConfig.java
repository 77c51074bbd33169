package io.klamm.discovery.kafka;

import io.klamm.config.Format;
import io.klamm.config.Section;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.group.TargetSource;
import java.time.Duration;

/**
 * Targets beside all brokers of a cluster that is watched: an item of {@code kafka_sd_configs}.
 *
 * @param cluster by its name in the configuration
 * @param port a number, or a template such as <code>{id+7070}</code>
 */
public record KafkaConfig(String cluster, String port, Duration refreshInterval) implements SourceConfig {

    private static final Duration REFRESH = Duration.ofSeconds(15);
    private static final Format<PortTemplate> PORT = Format.of(
            "a port from 1 to 65535, or a template with {id}, {id+7070}, {port} or {port+1}", PortTemplate::parse);

    /** One item; problems are noted in the section. */
    public static KafkaConfig bind(Section section) {
        return new KafkaConfig(
                section.string("cluster"),
                section.required("port", PORT, new PortTemplate("1")).text(),
                section.duration("refresh_interval", REFRESH));
    }

    @Override
    public TargetSource open(SourceContext context) {
        return new KafkaSource(this, context.brokers());
    }
}
