/** What changes something in Kafka: only on the word of a person, never by the server itself. */
@NullMarked
package io.klamm.kafka.operations;

import org.jspecify.annotations.NullMarked;
