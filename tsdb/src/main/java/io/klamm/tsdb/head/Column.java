package io.klamm.tsdb.head;

import io.klamm.tsdb.chunk.TimeColumn;
import org.jspecify.annotations.Nullable;

/**
 * The times of sealed chunks, and the file that holds these chunks. Immutable.
 *
 * @param group the name that blocks know these times by; null for the times of one series alone
 * @param late whether the samples came after newer ones, so that other chunks may have times among these
 */
record Column(ChunkFile file, TimeColumn times, @Nullable String group, boolean late) {}
