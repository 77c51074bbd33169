/** A store of several: one that counts, and others beside it that may fail. */
@NullMarked
package io.klamm.storage.fanout;

import org.jspecify.annotations.NullMarked;
