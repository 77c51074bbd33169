package io.klamm.lab.topic;

import java.util.List;
import java.util.OptionalInt;

/**
 * One partition, by broker ids.
 *
 * @param leader empty while it has none
 * @param replicas the preferred leader first
 * @param inSync the replicas that hold everything that was acknowledged
 */
public record PartitionDetail(int id, OptionalInt leader, List<Integer> replicas, List<Integer> inSync) {

    public PartitionDetail {
        replicas = List.copyOf(replicas);
        inSync = List.copyOf(inSync);
    }

    public boolean underReplicated() {
        return inSync.size() < replicas.size();
    }
}
