/** The newest hours of the store: series in memory with what was written lately, sealed into chunk files piece by piece, until blocks take it over. */
@NullMarked
package io.klamm.tsdb.head;

import org.jspecify.annotations.NullMarked;
