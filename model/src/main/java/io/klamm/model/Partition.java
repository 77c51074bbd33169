package io.klamm.model;

import java.util.List;

/**
 * One partition: who has it, who is in sync, and from which offset to which offset it reaches.
 *
 * @param id partition number
 * @param leader node id of the leader, {@link #NO_LEADER} when the partition is offline
 * @param replicas node ids in order of preference; the first is the preferred leader
 * @param isr node ids in sync
 * @param eligibleLeaders KIP-966 eligible leader replicas; empty where the cluster does not have them
 * @param lastKnownEligibleLeaders KIP-966 last known eligible leader replicas
 * @param offlineReplicas node ids among the replicas that are not alive
 * @param earliestOffset first offset that can be read, {@link #UNKNOWN_OFFSET} when it could not be had in this cycle
 * @param latestOffset the next offset to be written (high watermark), {@link #UNKNOWN_OFFSET} when it could not be had
 * @param stableOffset the last stable offset, up to which consumers that read committed records only can read; {@link #UNKNOWN_OFFSET} when
 *     it could not be had
 */
public record Partition(
        int id,
        int leader,
        List<Integer> replicas,
        List<Integer> isr,
        List<Integer> eligibleLeaders,
        List<Integer> lastKnownEligibleLeaders,
        List<Integer> offlineReplicas,
        long earliestOffset,
        long latestOffset,
        long stableOffset) {

    /** The leader of a partition that has none. */
    public static final int NO_LEADER = -1;

    /** The offset of a partition whose leader did not answer in this cycle. */
    public static final long UNKNOWN_OFFSET = -1;

    public Partition {
        replicas = List.copyOf(replicas);
        isr = List.copyOf(isr);
        eligibleLeaders = List.copyOf(eligibleLeaders);
        lastKnownEligibleLeaders = List.copyOf(lastKnownEligibleLeaders);
        offlineReplicas = List.copyOf(offlineReplicas);
    }

    public boolean offline() {
        return leader == NO_LEADER;
    }

    public boolean underReplicated() {
        return isr.size() < replicas.size();
    }

    public boolean leaderIsPreferred() {
        return !replicas.isEmpty() && replicas.get(0) == leader;
    }
}
