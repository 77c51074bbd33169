/** Prometheus's remote read, both sides: answering from a store, and a store that asks a remote one. */
@NullMarked
package io.klamm.storage.remote.read;

import org.jspecify.annotations.NullMarked;
