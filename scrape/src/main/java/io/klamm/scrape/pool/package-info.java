/** The scraping itself: a loop for each target, a pool for each job, and what can be seen of them. */
@NullMarked
package io.klamm.scrape.pool;

import org.jspecify.annotations.NullMarked;
