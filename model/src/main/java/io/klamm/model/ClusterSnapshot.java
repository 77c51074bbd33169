package io.klamm.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that one collection cycle read of one cluster: immutable, published at once, replaced as a whole.
 *
 * @param cluster the name that the configuration gives it
 * @param clusterId Kafka's own id of it
 * @param cycle number of the cycle since the start, from 1
 * @param takenAt when the cycle ended
 * @param took how long it lasted
 * @param controllerId node id of the active controller (the leader of the quorum, where there is one), -1 when unknown
 * @param brokers sorted by id
 * @param topics sorted by name; filtered
 * @param logDirs sorted by broker and path
 * @param groups sorted by id; filtered
 * @param problems what is missing, and why
 */
public record ClusterSnapshot(
        String cluster,
        String clusterId,
        long cycle,
        Instant takenAt,
        Duration took,
        int controllerId,
        List<Broker> brokers,
        List<Topic> topics,
        List<LogDir> logDirs,
        Optional<Quorum> quorum,
        List<Group> groups,
        List<CollectionProblem> problems) {

    public ClusterSnapshot {
        brokers = List.copyOf(brokers);
        topics = List.copyOf(topics);
        logDirs = List.copyOf(logDirs);
        groups = List.copyOf(groups);
        problems = List.copyOf(problems);
    }

    /** The same with one problem more. */
    public ClusterSnapshot with(CollectionProblem problem) {
        List<CollectionProblem> all = new ArrayList<>(problems);
        all.add(problem);
        return new ClusterSnapshot(
                cluster, clusterId, cycle, takenAt, took, controllerId, brokers, topics, logDirs, quorum, groups, all);
    }

    public int partitionCount() {
        return topics.stream().mapToInt(topic -> topic.partitions().size()).sum();
    }

    public long underReplicatedPartitions() {
        return topics.stream().mapToLong(Topic::underReplicatedPartitions).sum();
    }

    public long offlinePartitions() {
        return topics.stream().mapToLong(Topic::offlinePartitions).sum();
    }
}
