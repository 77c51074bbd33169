/** Room scrape as the server has it: what it scrapes, how that fares, and how Prometheus's API tells it. */
@NullMarked
package io.klamm.cmd.scraping;

import org.jspecify.annotations.NullMarked;
