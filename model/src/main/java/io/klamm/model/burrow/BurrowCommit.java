package io.klamm.model.burrow;

import java.util.OptionalLong;

/**
 * One commit in Burrow's window.
 *
 * @param offset committed offset
 * @param order its place among the commits of its partition: the record's offset in the offsets topic, or ZooKeeper's mzxid
 * @param timeMillis when it was committed, by the broker's clock
 * @param observedAtMillis when it was stored, in whole seconds
 * @param lag records that were left to read then; empty for one that came late, behind a newer one
 */
public record BurrowCommit(long offset, long order, long timeMillis, long observedAtMillis, OptionalLong lag) {}
