/** The embedded time-series store: head, write-ahead log, chunks, blocks, compaction, retention. */
@NullMarked
package io.klamm.tsdb;

import org.jspecify.annotations.NullMarked;
