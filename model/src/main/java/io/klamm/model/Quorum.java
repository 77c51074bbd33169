package io.klamm.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * The KRaft metadata quorum.
 *
 * @param leaderId node id of the active controller
 * @param highWatermark offset up to which the metadata log is committed
 */
public record Quorum(int leaderId, long leaderEpoch, long highWatermark, List<Member> members) {

    public Quorum {
        members = List.copyOf(members);
    }

    /**
     * One node that replicates the metadata log.
     *
     * @param voter true for a controller that votes, false for an observer (a broker)
     * @param lastFetchEpochMillis when it last fetched from the leader, as the leader's clock says
     * @param lastCaughtUpEpochMillis when it was last level with the leader
     */
    public record Member(
            int nodeId,
            boolean voter,
            long logEndOffset,
            OptionalLong lastFetchEpochMillis,
            OptionalLong lastCaughtUpEpochMillis) {}
}
