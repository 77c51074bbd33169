/** The texts in which metrics are exposed, read from bytes: Prometheus's text format 0.0.4 and 1.0.0, and OpenMetrics 1.0.0. */
@NullMarked
package io.klamm.scrape.exposition;

import org.jspecify.annotations.NullMarked;
