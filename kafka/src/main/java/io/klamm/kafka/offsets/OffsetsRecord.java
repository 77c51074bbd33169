package io.klamm.kafka.offsets;

import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;

/** What one record of the offsets topic says. */
sealed interface OffsetsRecord {

    /**
     * A group has committed.
     *
     * @param timeMillis when, by the coordinator's clock
     */
    record Commit(CommitKey key, long offset, long timeMillis) implements OffsetsRecord {}

    /** A commit was deleted: by expiry, by an operator, with its topic or with its group. */
    record CommitDeleted(CommitKey key) implements OffsetsRecord {}

    /** Something else about a group: its epoch, a member, an assignment, a topology ... */
    record Fact(CoordinatorRecordType type, String group, ApiMessage key, ApiMessage value) implements OffsetsRecord {}

    /** A fact of a group holds no more: a member has left, an assignment was replaced ... */
    record FactDeleted(CoordinatorRecordType type, String group, ApiMessage key) implements OffsetsRecord {}

    /** The record that says what kind of group it is was deleted: the group is gone, or has become one of another kind. */
    record GroupEnded(CoordinatorRecordType type, String group) implements OffsetsRecord {}

    /**
     * A record that nobody can make sense of.
     *
     * @param kind what of it, in words that do not depend on its content (but for a version): {@code key version 99}
     */
    record Unreadable(String kind) implements OffsetsRecord {}
}
