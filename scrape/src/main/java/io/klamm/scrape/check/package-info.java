/** What {@code klamm check metrics} says of a page of metrics: whether it is well formed, and what is unusual in it. */
@NullMarked
package io.klamm.scrape.check;

import org.jspecify.annotations.NullMarked;
