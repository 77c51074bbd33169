package io.klamm.lab.topic;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One topic with its partitions.
 *
 * @param id changes when a topic is deleted and created again
 * @param config only what was set for this topic
 */
public record TopicDetail(String name, String id, List<PartitionDetail> partitions, SortedMap<String, String> config) {

    public TopicDetail {
        partitions = List.copyOf(partitions);
        config = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(config));
    }
}
