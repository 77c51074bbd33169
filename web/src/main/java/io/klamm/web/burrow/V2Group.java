package io.klamm.web.burrow;

import io.klamm.model.burrow.BurrowPartition;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/** What a group has committed, as Burrow 0.x shows it. */
record V2Group(SortedMap<String, List<BurrowPartition>> partitions) {

    Set<String> topics() {
        return partitions.keySet();
    }

    /** The newest commit of each partition, in order, empty where there is none. */
    List<OptionalLong> offsets(String topic) {
        return partitions.getOrDefault(topic, List.of()).stream()
                .map(V2Group::newest)
                .toList();
    }

    private static OptionalLong newest(BurrowPartition partition) {
        return partition.commits().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        partition.commits().get(partition.commits().size() - 1).offset());
    }
}
