/** The sending side of Prometheus's remote write: reads a store's log and hands it on, at least once and in order. */
@NullMarked
package io.klamm.storage.remote.send;

import org.jspecify.annotations.NullMarked;
