/** The Kafka pack: the rules that are on where nothing else is said. */
@NullMarked
package io.klamm.rules.pack;

import org.jspecify.annotations.NullMarked;
