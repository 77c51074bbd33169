/** Targets that stand beside the brokers of a Kafka cluster, such as the exporter on each. */
@NullMarked
package io.klamm.discovery.kafka;

import org.jspecify.annotations.NullMarked;
