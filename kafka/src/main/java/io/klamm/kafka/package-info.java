/** All that talks to Kafka brokers for the product: the Admin API snapshot, and the security of every client. */
@NullMarked
package io.klamm.kafka;

import org.jspecify.annotations.NullMarked;
