/** Programs that measure, against real brokers, and say how to repeat it. */
@NullMarked
package io.klamm.benchmarks;

import org.jspecify.annotations.NullMarked;
