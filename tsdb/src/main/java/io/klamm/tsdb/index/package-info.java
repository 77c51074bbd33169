/** Which series have which labels: symbols, postings, and the planner that turns matchers into a set of series. */
@NullMarked
package io.klamm.tsdb.index;

import org.jspecify.annotations.NullMarked;
