package io.klamm.model;

import java.util.OptionalLong;

/**
 * How far a group has come on one partition.
 *
 * @param offset committed offset (the next record to be read); for a share group its start offset
 * @param reportedLag lag as the broker itself counts it (share groups), empty where we count
 */
public record GroupOffset(TopicPartition partition, long offset, OptionalLong reportedLag) {

    public GroupOffset {
        if (offset < 0) {
            throw new IllegalArgumentException(
                    "offset: " + offset + " (expected: 0 or more; leave out what is not committed)");
        }
    }
}
