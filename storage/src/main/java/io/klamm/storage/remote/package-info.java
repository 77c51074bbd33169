/** Prometheus's remote protocols, without a server: a call comes as bytes, and so leaves its answer. */
@NullMarked
package io.klamm.storage.remote;

import org.jspecify.annotations.NullMarked;
