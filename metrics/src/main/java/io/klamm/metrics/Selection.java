package io.klamm.metrics;

/**
 * Which metrics of a cluster are written; our own always are.
 *
 * @param clusterLabel whether each series of kafka_exporter's says which cluster it is of; its own labels are kept when it is false
 * @param kafkaExporter whether kafka_exporter's are written
 * @param lagExporter whether kafka-lag-exporter's are written
 */
public record Selection(boolean clusterLabel, boolean kafkaExporter, boolean lagExporter) {}
