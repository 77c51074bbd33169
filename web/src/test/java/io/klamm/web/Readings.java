package io.klamm.web;

import io.klamm.model.Broker;
import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.ComponentStatus;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupMember;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.LogDir;
import io.klamm.model.Partition;
import io.klamm.model.PartitionLag;
import io.klamm.model.Quorum;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.ClusterVerdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Readings for tests. The usual one has everything that goes wrong: a broker that is gone, a partition without a leader, offsets and sizes that
 * could not be read, groups of all types, without commits, beyond the end, unreadable, and with names that need escaping.
 */
final class Readings {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:05Z");
    static final Instant TAKEN = Instant.parse("2026-11-20T12:00:00Z");
    static final Duration INTERVAL = Duration.ofSeconds(15);
    static final String WEIRD = "team/a b%\"q\"\\x\n<é한>";

    private static final GroupMember WORKER = new GroupMember(
            "worker-1-uuid", "static-1", "worker-1", "10.0.0.7", List.of(new TopicPartition("orders", 0)));
    private static final OptionalLong NONE = OptionalLong.empty();

    private Readings() {}

    static ClusterView usual(String cluster) {
        return view(cluster, usualReading(cluster), ComponentStatus.State.WARNING);
    }

    static ClusterView starting(String cluster) {
        return view(cluster, null, ComponentStatus.State.STARTING);
    }

    static ClusterView failed(String cluster) {
        return view(cluster, null, ComponentStatus.State.ERROR);
    }

    static ClusterView view(String cluster, ClusterView.@Nullable Reading reading, ComponentStatus.State state) {
        return new ClusterView(cluster, INTERVAL, status(cluster, state), Optional.ofNullable(reading));
    }

    private static ComponentStatus status(String cluster, ComponentStatus.State state) {
        boolean ran = state != ComponentStatus.State.STARTING;
        boolean failed = state == ComponentStatus.State.ERROR;
        return new ComponentStatus(
                "kafka",
                cluster,
                state,
                ran ? TAKEN : null,
                ran && !failed ? TAKEN : null,
                ran ? Duration.ofMillis(420) : null,
                ran ? Duration.ofMillis(300) : null,
                ran ? 7 : 0,
                failed ? 7 : 1,
                new TreeMap<>(Map.of("topics", 3L)),
                new TreeMap<>(Map.of("Metadata", 7L, "OffsetFetch", 14L)),
                new TreeMap<>(Map.of("TimeoutException", 2L)),
                failed ? "no broker answered at 127.0.0.1:9092" : null);
    }

    static ClusterView.Reading usualReading(String cluster) {
        List<GroupLag> lags = groups();
        ClusterSnapshot snapshot = new ClusterSnapshot(
                cluster,
                "4L6g3nShT-eMCtK--X86sw",
                7,
                TAKEN,
                Duration.ofMillis(420),
                1,
                brokers(),
                topics(),
                logDirs(),
                Optional.of(quorum()),
                lags.stream().map(GroupLag::group).toList(),
                problems());
        return new ClusterView.Reading(snapshot, new ClusterLag(lags), Verdicts.usual(TAKEN));
    }

    /** A cluster in which there is nothing. */
    static ClusterView.Reading without(String cluster) {
        ClusterSnapshot snapshot = new ClusterSnapshot(
                cluster,
                "4L6g3nShT-eMCtK--X86sw",
                8,
                TAKEN,
                Duration.ofMillis(20),
                -1,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
        return new ClusterView.Reading(snapshot, new ClusterLag(List.of()), ClusterVerdicts.none(TAKEN));
    }

    private static List<Broker> brokers() {
        return List.of(
                new Broker(1, "kafka-1", 9092, "rack-a", false),
                new Broker(2, "kafka-2", 9093, null, false),
                new Broker(3, "", -1, null, true));
    }

    private static List<Topic> topics() {
        return List.of(
                new Topic(
                        "Payments",
                        "p-id",
                        false,
                        List.of(partition(0, -1, List.of(3), List.of(3), -1, -1)),
                        Optional.empty()),
                new Topic(
                        "__consumer_offsets",
                        "c-id",
                        true,
                        List.of(partition(0, 1, List.of(1, 2), List.of(), 0, 9)),
                        Optional.empty()),
                new Topic(
                        "orders",
                        "o-id",
                        false,
                        List.of(
                                partition(0, 1, List.of(1, 2), List.of(), 10, 1_234_567_890_123L),
                                partition(1, 2, List.of(1, 2), List.of(), 0, 500),
                                partition(2, 2, List.of(2, 3), List.of(3), 5, 5)),
                        Optional.empty()));
    }

    private static Partition partition(
            int id, int leader, List<Integer> replicas, List<Integer> offline, long earliest, long latest) {
        List<Integer> isr =
                replicas.stream().filter(replica -> !offline.contains(replica)).toList();
        return new Partition(id, leader, replicas, isr, List.of(), List.of(), offline, earliest, latest, latest);
    }

    private static List<LogDir> logDirs() {
        return List.of(
                new LogDir(
                        1,
                        "/data/a",
                        OptionalLong.of(1000),
                        OptionalLong.of(400),
                        null,
                        List.of(
                                replica("orders", 0, 100, false),
                                replica("orders", 1, 20, false),
                                replica("orders", 2, 7, true),
                                replica("__consumer_offsets", 0, 3, false))),
                new LogDir(
                        2,
                        "/data/a",
                        NONE,
                        NONE,
                        null,
                        List.of(
                                replica("orders", 0, 90, false),
                                replica("orders", 1, 21, false),
                                replica("orders", 2, 0, false))),
                new LogDir(2, "/data/b", NONE, NONE, "KafkaStorageException", List.of()));
    }

    private static LogDir.Replica replica(String topic, int partition, long size, boolean future) {
        return new LogDir.Replica(new TopicPartition(topic, partition), size, 0, future);
    }

    private static Quorum quorum() {
        return new Quorum(
                1,
                12,
                900,
                List.of(
                        new Quorum.Member(
                                1, true, 905, OptionalLong.of(1_763_640_000_000L), OptionalLong.of(1_763_640_000_000L)),
                        new Quorum.Member(2, false, 880, OptionalLong.of(1_763_640_000_000L), OptionalLong.of(-1))));
    }

    private static List<CollectionProblem> problems() {
        return List.of(new CollectionProblem(
                "log dirs", "ClusterAuthorizationException", "broker 3 did not tell", "Describe on Cluster", 1));
    }

    private static List<GroupLag> groups() {
        return List.of(
                lag(group("Audit", GroupType.UNKNOWN, "Unknown", List.of(), false), List.of(), NONE, 0),
                lag(group("idle", GroupType.CONSUMER, "Empty", List.of(), true), List.of(), NONE, 0),
                lag(
                        group("share-1", GroupType.SHARE, "Stable", List.of(WORKER, WORKER), true),
                        List.of(known("orders", 1, 480, 500, 20, false, null)),
                        OptionalLong.of(20),
                        1),
                lag(
                        group("slow-consumer", GroupType.CLASSIC, "Stable", List.of(WORKER), true),
                        List.of(
                                known("gone", 0, 3, -1, -1, false, null),
                                known("orders", 0, 1_234_567_890_000L, 1_234_567_890_123L, 123, false, WORKER),
                                known("orders", 1, 900, 500, 0, true, WORKER),
                                new PartitionLag(
                                        new TopicPartition("orders", 2),
                                        NONE,
                                        OptionalLong.of(5),
                                        NONE,
                                        false,
                                        WORKER)),
                        OptionalLong.of(123),
                        2),
                lag(
                        group(WEIRD, GroupType.STREAMS, "Stable", List.of(), true),
                        List.of(known("orders", 0, 1_234_567_890_122L, 1_234_567_890_123L, 1, false, null)),
                        OptionalLong.of(1),
                        1));
    }

    private static Group group(String id, GroupType type, String state, List<GroupMember> members, boolean readable) {
        Optional<List<GroupOffset>> offsets = readable ? Optional.of(List.of()) : Optional.empty();
        int coordinator = readable ? 2 : -1;
        String protocol = type == GroupType.CLASSIC ? "range" : "";
        return new Group(id, type, state, protocol, coordinator, members, offsets, TAKEN.minusSeconds(id.length()));
    }

    private static GroupLag lag(Group group, List<PartitionLag> partitions, OptionalLong total, int topics) {
        return new GroupLag(group, partitions, total, topics);
    }

    private static PartitionLag known(
            String topic,
            int partition,
            long committed,
            long end,
            long lag,
            boolean beyond,
            @Nullable GroupMember owner) {
        return new PartitionLag(
                new TopicPartition(topic, partition),
                OptionalLong.of(committed),
                end < 0 ? NONE : OptionalLong.of(end),
                lag < 0 ? NONE : OptionalLong.of(lag),
                beyond,
                owner);
    }
}
