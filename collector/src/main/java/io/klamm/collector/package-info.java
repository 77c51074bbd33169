/** Turns what other systems know of Kafka's users into what Klamm keeps. */
@NullMarked
package io.klamm.collector;

import org.jspecify.annotations.NullMarked;
