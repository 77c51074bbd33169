/** From what discovery finds to what is scraped: the labels and the address of each target. */
@NullMarked
package io.klamm.scrape.targets;

import org.jspecify.annotations.NullMarked;
