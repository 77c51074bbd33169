/** The samples of readings on their way into a store, without a text in between. */
@NullMarked
package io.klamm.metrics.store;

import org.jspecify.annotations.NullMarked;
