package io.klamm.kafka;

import java.time.Duration;

/**
 * One cluster of {@code klamm.yaml}.
 *
 * @param name how it is called in labels, paths and pages
 * @param bootstrapServers {@code host:port}, comma-separated
 * @param interval from the start of one cycle to the start of the next
 * @param topics which topics are read
 * @param groups which groups are read
 * @param client everything else that Kafka's clients are told, checked
 */
public record ClusterConfig(
        String name,
        String bootstrapServers,
        Duration interval,
        NameFilter topics,
        NameFilter groups,
        ClientProperties client) {}
