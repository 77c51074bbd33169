package io.klamm.model.burrow;

import java.util.Optional;

/**
 * Burrow's verdict on a group's reading of one partition.
 *
 * @param owner the client's host with a slash before it; empty where nobody reads it
 * @param start the oldest commit in the window, empty where there is none
 * @param end the newest commit in the window, empty where there is none
 * @param currentLag records from the newest commit to the newest end; 0 where either is missing
 * @param complete how much of the window is filled, 0 to 1, with the precision of 32 bits
 */
public record BurrowPartitionStatus(
        String topic,
        int partition,
        String owner,
        String clientId,
        BurrowStatus status,
        Optional<BurrowCommit> start,
        Optional<BurrowCommit> end,
        long currentLag,
        float complete) {

    /** Whether its window is full: then it counts as complete. */
    public boolean full() {
        return complete == 1.0f;
    }
}
