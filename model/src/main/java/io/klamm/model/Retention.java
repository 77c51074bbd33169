package io.klamm.model;

import java.util.OptionalLong;

/**
 * When Kafka deletes the records of a topic, by its settings.
 *
 * @param deletes true when the cleanup policy says that old records go
 * @param compacts true when the cleanup policy says that only the newest record of each key stays
 * @param millis {@code retention.ms}, empty for no limit
 * @param bytes {@code retention.bytes} of each partition, empty for no limit
 */
public record Retention(boolean deletes, boolean compacts, OptionalLong millis, OptionalLong bytes) {}
