/** How the samples of one series are packed: columns of values, and columns of times that the series of one writer share. */
@NullMarked
package io.klamm.tsdb.chunk;

import org.jspecify.annotations.NullMarked;
