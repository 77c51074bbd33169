/** Reads the topic in which Kafka keeps what consumer groups have committed. */
@NullMarked
package io.klamm.kafka.offsets;

import org.jspecify.annotations.NullMarked;
