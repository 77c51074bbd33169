package io.klamm.lab.topic;

/**
 * One topic in a list.
 *
 * @param replicationFactor of its first partition
 * @param internal whether it is one of Kafka's own
 */
public record TopicSummary(String name, int partitions, int replicationFactor, boolean internal) {}
