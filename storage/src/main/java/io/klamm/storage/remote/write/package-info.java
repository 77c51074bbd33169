/** The receiving side of Prometheus's remote write, 1.0 and 2.0: from bytes to a store. */
@NullMarked
package io.klamm.storage.remote.write;

import org.jspecify.annotations.NullMarked;
