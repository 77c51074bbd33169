package io.klamm.model.burrow;

import java.util.List;

/**
 * What Burrow stores of a group on one partition.
 *
 * @param slots length of the window; 0 where there is none, for nobody has committed or owned the partition
 * @param commits oldest first, at most as many as there are slots
 * @param ends the newest end offsets, oldest first
 * @param currentLag records from the newest commit to the newest end; 0 where either is missing
 * @param owner who reads it: the client's host with a slash before it; empty where nobody does
 * @param clientId the owner's {@code client.id}, empty where nobody reads it
 */
public record BurrowPartition(
        int slots, List<BurrowCommit> commits, List<Long> ends, long currentLag, String owner, String clientId) {

    public BurrowPartition {
        if (commits.size() > slots) {
            throw new IllegalArgumentException("commits: " + commits.size() + " (expected: at most " + slots + ")");
        }
        commits = List.copyOf(commits);
        ends = List.copyOf(ends);
    }
}
