package io.klamm.lag;

import io.klamm.model.TopicPartition;

/**
 * The newest commit of a group on a partition, as a source of every commit has told it.
 *
 * @param timeMillis when it was committed, by the broker's clock
 */
public record ToldCommit(TopicPartition partition, long offset, long timeMillis) {}
