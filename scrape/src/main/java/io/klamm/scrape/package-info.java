/** Pull of any Prometheus or OpenMetrics endpoint: parsers, pools, relabelling, staleness, limits. */
@NullMarked
package io.klamm.scrape;

import org.jspecify.annotations.NullMarked;
