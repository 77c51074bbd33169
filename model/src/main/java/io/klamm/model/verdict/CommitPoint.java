package io.klamm.model.verdict;

import java.util.OptionalLong;

/**
 * One commit as an evaluator saw it.
 *
 * @param offset committed offset (the next record to be read)
 * @param atMillis when it was committed, by the broker's clock
 * @param lag end offset less committed offset at that time, empty where the end was not known then
 */
public record CommitPoint(long offset, long atMillis, OptionalLong lag) {}
