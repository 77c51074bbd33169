package io.klamm.model;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One group's lag on one partition.
 *
 * @param committed committed offset, empty for a partition that a member reads but has not committed yet
 * @param end end offset, empty when the partition's leader did not answer
 * @param lag records between the two, never negative; empty when either is missing
 * @param commitBeyondEnd true when the commit lies beyond the end (the topic was made again or lost its tail); lag is then 0
 * @param owner the member that reads the partition now, null when none does
 */
public record PartitionLag(
        TopicPartition partition,
        OptionalLong committed,
        OptionalLong end,
        OptionalLong lag,
        boolean commitBeyondEnd,
        @Nullable GroupMember owner) {}
