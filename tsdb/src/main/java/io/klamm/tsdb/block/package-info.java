/** Immutable blocks of series on disk: written once, read through memory maps, merged into larger ones, and deleted whole. */
@NullMarked
package io.klamm.tsdb.block;

import org.jspecify.annotations.NullMarked;
