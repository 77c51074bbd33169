package io.klamm.lag.judge;

import java.util.OptionalLong;

/**
 * Who reads a partition for the group, as its coordinator says.
 *
 * @param members what is known of the group's members
 * @param owned whether one of them has been given this partition
 * @param topicUnownedSince since when none of them has been given any partition of this topic, in milliseconds; empty while one has, or where it is not known
 */
public record Ownership(Members members, boolean owned, OptionalLong topicUnownedSince) {

    /** What is known of a group's members. */
    public enum Members {
        /** Nothing: it was not described. */
        UNKNOWN,
        /** There are none. */
        NONE,
        /** Partitions are being handed out. */
        REBALANCING,
        /** All have what they are to read. */
        STEADY
    }

    /** Of a group of which nothing is known but its commits. */
    public static final Ownership UNKNOWN = new Ownership(Members.UNKNOWN, false, OptionalLong.empty());
}
