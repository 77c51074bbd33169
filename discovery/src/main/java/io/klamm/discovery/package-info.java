/** Where the targets of a scrape are: static, file, http, dns, and Kafka's own brokers. */
@NullMarked
package io.klamm.discovery;

import org.jspecify.annotations.NullMarked;
