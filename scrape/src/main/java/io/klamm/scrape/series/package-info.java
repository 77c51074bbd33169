/** From the bytes of a page to samples in a store: which series are known, what their labels become, and when they end. */
@NullMarked
package io.klamm.scrape.series;

import org.jspecify.annotations.NullMarked;
