/** What prometheus.yml says of scraping, as records. */
@NullMarked
package io.klamm.scrape.config;

import org.jspecify.annotations.NullMarked;
