/** The time series of the server: where they are kept, who writes into the store by itself, and how it is asked and told from outside. */
@NullMarked
package io.klamm.cmd.store;

import org.jspecify.annotations.NullMarked;
