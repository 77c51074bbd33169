package io.klamm.kafka.operations;

import io.klamm.model.TopicPartition;
import java.util.OptionalLong;

/**
 * A group's commit on one partition, and what becomes of it.
 *
 * @param before committed offset, empty where there was none
 * @param after the new one
 */
public record OffsetChange(TopicPartition partition, OptionalLong before, long after) {}
