package io.klamm.kafka;

import static io.klamm.kafka.Practice.await;
import static io.klamm.kafka.Practice.get;
import static io.klamm.kafka.Practice.group;
import static io.klamm.kafka.Practice.topic;
import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.lab.traffic.ShareMember;
import io.klamm.model.Broker;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.GroupOffset;
import io.klamm.model.GroupType;
import io.klamm.model.LogDir;
import io.klamm.model.Partition;
import io.klamm.model.Quorum;
import io.klamm.model.Retention;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a snapshot of three real brokers says, against what Kafka's own Admin client says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotIT {

    private Practice practice;

    @BeforeAll
    void start() {
        practice = Practice.start(lab -> lab.brokers(3));
    }

    @AfterAll
    void end() {
        practice.close();
    }

    @Test
    void brokersDisksAndQuorum_asAdminSaysThem() {
        practice.createTopic("disks", 3, 3);
        practice.produce("disks", 3, 100);

        ClusterSnapshot snapshot = practice.read();

        assertThat(snapshot.problems()).isEmpty();
        assertThat(snapshot.clusterId())
                .isEqualTo(
                        get(() -> practice.admin().describeCluster().clusterId().get(5, TimeUnit.SECONDS)));
        assertThat(snapshot.brokers()).extracting(Broker::id).containsExactly(1, 2, 3);
        assertThat(snapshot.brokers()).noneMatch(Broker::fenced);
        assertThat(snapshot.brokers().stream().map(Broker::address).collect(Collectors.joining(",")))
                .isEqualTo(practice.lab().lab().bootstrapServers());
        assertThat(snapshot.logDirs()).hasSize(3).allSatisfy(dir -> {
            assertThat(dir.error()).isNull();
            assertThat(dir.totalBytes().orElse(0))
                    .isGreaterThan(dir.usableBytes().orElse(0));
            assertThat(dir.replicas().stream()
                            .filter(replica -> replica.partition().topic().equals("disks"))
                            .mapToLong(LogDir.Replica::sizeBytes))
                    .hasSize(3)
                    .allMatch(size -> size > 100);
        });
        Quorum quorum = snapshot.quorum().orElseThrow();
        assertThat(quorum.members()).filteredOn(Quorum.Member::voter).hasSize(1);
        assertThat(quorum.members()).filteredOn(member -> !member.voter()).hasSize(3);
        assertThat(quorum.highWatermark()).isPositive();
    }

    @Test
    void topics_asAdminSaysThem() {
        practice.createTopic("orders", 5, 3);
        practice.produce("orders", 5, 20);

        Topic topic = topic(practice.read(), "orders");

        TopicDescription expected = get(() -> practice.admin()
                        .describeTopics(List.of("orders"))
                        .allTopicNames()
                        .get(5, TimeUnit.SECONDS))
                .values()
                .iterator()
                .next();
        assertThat(topic.topicId()).isEqualTo(expected.topicId().toString());
        assertThat(topic.partitions()).hasSize(5);
        expected.partitions().forEach(info -> {
            Partition partition = topic.partitions().get(info.partition());
            assertThat(partition.leader()).isEqualTo(info.leader().id());
            assertThat(partition.replicas())
                    .isEqualTo(info.replicas().stream().map(Node::id).toList());
            assertThat(partition.isr())
                    .containsExactlyInAnyOrderElementsOf(
                            info.isr().stream().map(Node::id).toList());
            assertThat(partition.earliestOffset()).isZero();
            assertThat(partition.latestOffset()).isEqualTo(end("orders", info.partition()));
            assertThat(partition.offlineReplicas()).isEmpty();
        });
    }

    @Test
    void openTransaction_holdsTheStableOffsetBack() {
        practice.createTopic("payments", 1, 3);
        practice.produce("payments", 1, 4);
        try (KafkaProducer<String, String> producer = practice.transactional("payer")) {
            producer.beginTransaction();
            get(() -> producer.send(new ProducerRecord<>("payments", "open")).get(20, TimeUnit.SECONDS));

            Partition during = topic(practice.read(), "payments").partitions().get(0);
            producer.commitTransaction();

            assertThat(List.of(during.earliestOffset(), during.stableOffset(), during.latestOffset()))
                    .containsExactly(0L, 4L, 5L);
            // The transaction's marker takes an offset of its own, a moment after the commit returns.
            await(() -> topic(practice.read(), "payments").partitions().get(0).stableOffset() == 6);
        }
    }

    @Test
    void retention_isWhatTheTopicsSettingsSay() {
        practice.admin()
                .createTopics(List.of(
                        new NewTopic("short", 1, (short) 1)
                                .configs(Map.of("retention.ms", "60000", "retention.bytes", "1048576")),
                        new NewTopic("compacted", 1, (short) 1)
                                .configs(Map.of("cleanup.policy", "compact", "retention.ms", "-1"))));
        await(() -> practice.read().topics().stream()
                        .filter(topic -> List.of("short", "compacted").contains(topic.name()))
                        .count()
                == 2);

        ClusterSnapshot snapshot = practice.read();

        assertThat(topic(snapshot, "short").retention())
                .contains(new Retention(true, false, OptionalLong.of(60_000), OptionalLong.of(1 << 20)));
        assertThat(topic(snapshot, "compacted").retention().orElseThrow())
                .matches(retention -> retention.compacts()
                        && !retention.deletes()
                        && retention.millis().isEmpty());
        assertThat(snapshot.topics()).allMatch(topic -> topic.retention().isPresent());
    }

    @Test
    void retention_isAskedForOnceAMinute_andAtOnceForANewTopic() {
        practice.createTopic("settled", 1, 3);
        try (ClusterReader reader = practice.reader()) {
            reader.read();
            reader.read();
            assertThat(reader.calls()).containsEntry("describeConfigs", 1L);
            practice.createTopic("just-made", 1, 3);

            ClusterSnapshot after = reader.read();

            assertThat(reader.calls()).containsEntry("describeConfigs", 2L);
            assertThat(topic(after, "just-made").retention()).isPresent();
            assertThat(topic(after, "settled").retention()).isPresent();
        }
    }

    @Test
    void groupsOfThreeTypes_membersAndCommits_asAdminSaysThem() {
        practice.createTopic("three", 4, 3);
        practice.produce("three", 4, 10);
        try (KafkaConsumer<String, String> classic = practice.join("g-classic", "classic", "three");
                KafkaConsumer<String, String> consumer = practice.join("g-consumer", "consumer", "three");
                ShareMember share = ShareMember.start(practice.lab().client(), "three", "g-share")) {
            practice.commit("g-idle", "three", Map.of(0, 4L, 2, 7L));
            await(() -> {
                practice.produce("three", 4, 5);
                return share.consumed() > 0;
            });
            Practice.commitAll(classic);
            Practice.commitAll(consumer);

            ClusterSnapshot snapshot = practice.read();

            assertThat(snapshot.problems()).isEmpty();
            sameAsAdmin(group(snapshot, "g-classic"), GroupType.CLASSIC);
            sameAsAdmin(group(snapshot, "g-consumer"), GroupType.CONSUMER);
            assertThat(group(snapshot, "g-idle").offsets().orElseThrow())
                    .containsExactly(
                            new GroupOffset(new TopicPartition("three", 0), 4, OptionalLong.empty()),
                            new GroupOffset(new TopicPartition("three", 2), 7, OptionalLong.empty()));
            assertThat(group(snapshot, "g-idle").state()).isEqualTo("Empty");
            Group shared = group(snapshot, "g-share");
            assertThat(shared.type()).isEqualTo(GroupType.SHARE);
            assertThat(shared.members()).singleElement().satisfies(member -> assertThat(member.assignment())
                    .hasSize(4));
        }
    }

    private void sameAsAdmin(Group group, GroupType type) {
        ConsumerGroupDescription expected = get(() -> practice.admin()
                        .describeConsumerGroups(List.of(group.id()))
                        .all()
                        .get(5, TimeUnit.SECONDS))
                .values()
                .iterator()
                .next();
        assertThat(group.type()).isEqualTo(type);
        assertThat(group.state())
                .isEqualTo("Stable")
                .isEqualTo(expected.groupState().toString());
        assertThat(group.coordinator()).isEqualTo(expected.coordinator().id());
        assertThat(group.members()).singleElement().satisfies(member -> {
            assertThat(member.clientId()).isEqualTo("member-of-" + group.id());
            assertThat(member.host()).isEqualTo("127.0.0.1");
            assertThat(member.assignment()).hasSize(4);
        });
        Map<TopicPartition, Long> committed = new TreeMap<>();
        get(() -> practice.admin()
                        .listConsumerGroupOffsets(group.id())
                        .partitionsToOffsetAndMetadata()
                        .get(5, TimeUnit.SECONDS))
                .forEach((partition, offset) ->
                        committed.put(new TopicPartition(partition.topic(), partition.partition()), offset.offset()));
        assertThat(group.offsets().orElseThrow().stream()
                        .collect(Collectors.toMap(GroupOffset::partition, GroupOffset::offset)))
                .isEqualTo(committed)
                .hasSize(4);
    }

    @Test
    void shareGroup_lagIsWhatItsBrokersCount() {
        practice.createTopic("shared", 1, 3);
        try (ShareMember share = ShareMember.start(practice.lab().client(), "shared", "g-counted")) {
            await(() -> {
                practice.produce("shared", 1, 1);
                return share.consumed() > 0;
            });
        }
        practice.produce("shared", 1, 30);

        await(() -> group(practice.read(), "g-counted").offsets().orElseThrow().stream()
                .anyMatch(offset -> offset.reportedLag().orElse(0) >= 30));
    }

    @Test
    void groupWithoutCommits_hasOffsetsThatAreEmpty() {
        practice.createTopic("silent", 2, 3);
        try (KafkaConsumer<String, String> consumer = practice.join("g-silent", "classic", "silent")) {
            assertThat(consumer.assignment()).hasSize(2);

            Group group = group(practice.read(), "g-silent");

            assertThat(group.offsets()).contains(List.of());
            assertThat(group.members()).hasSize(1);
        }
    }

    @Test
    void groupDeleted_isGoneFromTheNextReading() {
        practice.createTopic("brief", 1, 3);
        practice.commit("g-brief", "brief", Map.of(0, 0L));
        try (ClusterReader reader = practice.reader()) {
            assertThat(reader.read().groups()).extracting(Group::id).contains("g-brief");
            get(() -> practice.admin()
                    .deleteConsumerGroups(List.of("g-brief"))
                    .all()
                    .get(10, TimeUnit.SECONDS));

            ClusterSnapshot after = reader.read();

            assertThat(after.groups()).extracting(Group::id).doesNotContain("g-brief");
            assertThat(after.problems()).isEmpty();
        }
    }

    @Test
    void topicMadeAgain_itsOldCommitsAreGone() {
        practice.createTopic("again", 1, 3);
        practice.produce("again", 1, 100);
        practice.commit("g-again", "again", Map.of(0, 60L));
        try (ClusterReader reader = practice.reader()) {
            ClusterSnapshot before = reader.read();
            assertThat(topic(before, "again").partitions().get(0).latestOffset())
                    .isEqualTo(100);
            practice.deleteTopic("again");
            practice.createTopic("again", 1, 3);
            practice.produce("again", 1, 80);

            ClusterSnapshot after = reader.read();

            assertThat(topic(after, "again").topicId())
                    .isNotEqualTo(topic(before, "again").topicId());
            assertThat(topic(after, "again").partitions().get(0).latestOffset()).isEqualTo(80);
            assertThat(after.groups())
                    .filteredOn(group -> group.id().equals("g-again"))
                    .allSatisfy(
                            group -> assertThat(group.offsets().orElseThrow()).isEmpty());
        }
    }

    @Test
    void filters_whatIsExcludedIsNeitherReadNorShown() {
        practice.createTopic("kept", 1, 3);
        practice.createTopic("dropped", 1, 3);
        practice.commit("g-kept", "kept", Map.of(0, 0L));
        practice.commit("g-kept", "dropped", Map.of(0, 0L));
        practice.commit("g-dropped", "kept", Map.of(0, 0L));
        ClusterConfig config = practice.config(
                NameFilter.of(List.of("k.*", "dro.*"), List.of("dropped")),
                NameFilter.of(List.of(), List.of("g-d.*")),
                Map.of());
        try (ClusterReader reader = new ClusterReader(config, Clock.systemUTC())) {
            ClusterSnapshot snapshot = reader.read();

            assertThat(snapshot.topics()).extracting(Topic::name).containsExactly("kept");
            assertThat(snapshot.groups()).extracting(Group::id).doesNotContain("g-dropped");
            assertThat(group(snapshot, "g-kept").offsets().orElseThrow())
                    .extracting(offset -> offset.partition().topic())
                    .containsExactly("kept");
            assertThat(snapshot.logDirs())
                    .flatExtracting(LogDir::replicas)
                    .extracting(replica -> replica.partition().topic())
                    .containsOnly("kept");
        }
    }

    @Test
    void memberWithAnUnreadableAssignment_spoilsNoOtherGroup() throws IOException {
        practice.createTopic("sound", 1, 3);
        IntStream.range(0, 20).forEach(n -> practice.commit("sound-" + n, "sound", Map.of(0, 0L)));
        // A request to a group of that name tells its coordinator.
        practice.commit("rotten", "sound", Map.of(0, 0L));
        int coordinator = group(practice.read(), "rotten").coordinator();
        Broker broker = practice.read().brokers().get(coordinator - 1);
        try (BrokenMember member = BrokenMember.join(broker.host(), broker.port(), "rotten");
                ClusterReader reader = practice.reader()) {
            assertThat(member).isNotNull();

            ClusterSnapshot first = reader.read();
            long callsOfFirst = reader.calls().getOrDefault("describeClassicGroups", 0L);
            ClusterSnapshot second = reader.read();
            long callsOfSecond = reader.calls().getOrDefault("describeClassicGroups", 0L) - callsOfFirst;

            for (ClusterSnapshot snapshot : List.of(first, second)) {
                assertThat(snapshot.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.fact()).isEqualTo("groups");
                    assertThat(problem.message()).contains("rotten");
                    assertThat(problem.count()).isEqualTo(1);
                });
                assertThat(snapshot.groups())
                        .filteredOn(group -> group.id().startsWith("sound-"))
                        .hasSize(20)
                        .allMatch(group -> group.state().equals("Empty") && group.coordinator() > 0);
                assertThat(group(snapshot, "rotten").offsets().orElseThrow()).hasSize(1);
            }
            assertThat(callsOfSecond).isEqualTo(2).isLessThan(callsOfFirst);
        }
    }

    @Test
    void requests_doNotGrowWithPartitionsOrGroups() {
        practice.createTopic("few", 1, 3);
        practice.commit("cost-0", "few", Map.of(0, 0L));
        long few = requestsOfOneReading();
        practice.createTopic("many", 300, 1);
        Map<Integer, Long> commits = IntStream.range(0, 300).boxed().collect(Collectors.toMap(n -> n, n -> 0L));
        IntStream.range(1, 100).forEach(n -> practice.commit("cost-" + n, "many", commits));

        long many = requestsOfOneReading();

        // 3 brokers: 1 DescribeCluster, 2 Metadata, 1 quorum, 3 + 1 ListGroups, 2 DescribeTopicPartitions, 3 log dirs,
        // and for each type of group 2 FindCoordinator and up to 3 + 3 to coordinators, and 3 x 3 ListOffsets; no
        // DescribeConfigs, because the first reading has asked.
        assertThat(many).isLessThanOrEqualTo(few + 12).isLessThan(63);
    }

    /** Of a reader that knows the cluster already: the second reading, whose leaders are known. */
    private long requestsOfOneReading() {
        try (ClusterReader reader = practice.reader()) {
            reader.read();
            long before = reader.requestsSent();
            ClusterSnapshot snapshot = reader.read();
            assertThat(snapshot.topics()).isNotEmpty();
            return reader.requestsSent() - before;
        }
    }

    @Test
    void unknownTopicsInFilters_areNeverCreated() {
        ClusterConfig config =
                practice.config(NameFilter.of(List.of("never-made"), List.of()), NameFilter.all(), Map.of());
        try (ClusterReader reader = new ClusterReader(config, Clock.systemUTC())) {
            assertThat(reader.read().topics()).isEmpty();
        }
        assertThat(get(() -> practice.admin().listTopics().names().get(5, TimeUnit.SECONDS)))
                .doesNotContain("never-made");
    }

    @Test
    void collector_publishesAgainAndAgain_andEndsAtOnce() {
        practice.admin().createTopics(List.of(new NewTopic("ticking", 1, (short) 1)));
        Recorder recorder = new Recorder();
        ClusterCollector collector = new ClusterCollector(practice.config(), recorder, Clock.systemUTC());
        collector.start();
        collector.start();
        await(() -> recorder.published().size() >= 3);

        long began = System.nanoTime();
        collector.close();
        collector.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(recorder.published()).extracting(ClusterSnapshot::cycle).startsWith(1L, 2L, 3L);
        assertThat(collector.newest()).isPresent();
        assertThat(collector.status().counts()).containsEntry("brokers", 3L).containsKeys("topics", "members");
        assertThat(collector.status().requests()).containsKeys("describeCluster", "listOffsets");
    }

    private long end(String topic, int partition) {
        var key = new org.apache.kafka.common.TopicPartition(topic, partition);
        return get(() -> practice.admin()
                        .listOffsets(Map.of(key, OffsetSpec.latest()))
                        .partitionResult(key)
                        .get(5, TimeUnit.SECONDS))
                .offset();
    }
}
