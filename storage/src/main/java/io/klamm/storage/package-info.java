/** Contracts of time series: how samples are written and read; the in-memory store, the fan-out, and Prometheus's remote protocols. */
@NullMarked
package io.klamm.storage;

import org.jspecify.annotations.NullMarked;
