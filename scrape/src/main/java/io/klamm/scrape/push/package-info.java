/** What a Pushgateway does: groups of metrics that short-lived jobs push, kept until they are replaced or deleted, and written to the store as if they were scraped. */
@NullMarked
package io.klamm.scrape.push;

import org.jspecify.annotations.NullMarked;
