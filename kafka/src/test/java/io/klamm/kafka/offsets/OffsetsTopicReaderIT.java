package io.klamm.kafka.offsets;

import static io.klamm.kafka.offsets.OffsetsLab.TOPIC;
import static io.klamm.kafka.offsets.OffsetsLab.await;
import static io.klamm.kafka.offsets.OffsetsLab.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.kafka.NameFilter;
import io.klamm.kafka.OffsetsTopicConfig.Start;
import io.klamm.kafka.offsets.FakeSink.Arrival;
import io.klamm.kafka.offsets.OffsetsState.Absent;
import io.klamm.kafka.offsets.OffsetsState.Live;
import io.klamm.model.ComponentStatus;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a real broker's offsets topic says, read as groups do what groups do; topics of other names stand in for it where a test must write what it reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffsetsTopicReaderIT {

    private static final Start RECENT = new Start.Recent(Duration.ofMinutes(10));
    private static final Start LATEST = new Start.Recent(Duration.ZERO);
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private OffsetsLab lab;
    private final FakeSink firstSink = new FakeSink();
    private final States firstStates = new States();

    /** The topic is not there until a group commits for the first time. */
    @BeforeAll
    void start() {
        lab = OffsetsLab.start(config -> config);
        lab.createTopic("t", 4, 1, Map.of());
        try (OffsetsTopicReader reader = lab.read(TOPIC, LATEST, firstSink, firstStates)) {
            firstStates.awaitLast(Absent.class);
            assertThat(reader.status().state()).isEqualTo(ComponentStatus.State.STARTING);
            lab.commit("first", "t", Map.of(0, 11L));
            await(() -> firstSink.newest("first", "t", 0) != null);
            firstStates.awaitLast(Live.class);
        }
    }

    @AfterAll
    void end() {
        lab.close();
    }

    private static ProducerRecord<ByteBuffer, ByteBuffer> commit(String topic, int partition, String group, long at) {
        return new ProducerRecord<>(topic, partition, Bytes.commitKey(group, "x", 0), Bytes.commitValue(at));
    }

    @Test
    void freshCluster_waitsForTheTopicAndReadsItFromItsBeginning() {
        assertThat(firstStates.told().get(0)).isEqualTo(new Absent(TOPIC));
        assertThat(firstSink.log()).containsExactly("first t-0 11");
    }

    @Test
    void commitsExpiryAndDeletion_arriveAsTheyHappen() {
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read(TOPIC, LATEST, sink, states)) {
            states.awaitLast(Live.class);
            long before = System.currentTimeMillis();
            lab.commit("plain", "t", Map.of(0, 5L, 1, 6L));
            lab.commit("plain", "t", Map.of(0, 7L));
            get(lab.admin()
                    .deleteConsumerGroupOffsets("plain", java.util.Set.of(new TopicPartition("t", 1)))
                    .all());
            get(lab.admin().deleteConsumerGroups(List.of("plain")).all());
            await(() -> sink.log().contains("plain t-0 deleted"));

            assertThat(sink.log())
                    .filteredOn(line -> line.startsWith("plain t-0"))
                    .containsExactly("plain t-0 5", "plain t-0 7", "plain t-0 deleted");
            assertThat(sink.log())
                    .filteredOn(line -> line.startsWith("plain t-1"))
                    .containsExactly("plain t-1 6", "plain t-1 deleted");
            assertThat(sink.arrivals()).allSatisfy(arrival -> assertThat(arrival.timeMillis())
                    .isBetween(before - 1000, System.currentTimeMillis() + 1000));
            assertThat(reader.status().state()).isEqualTo(ComponentStatus.State.OK);
            assertThat(reader.status().counts()).containsEntry("partitions", 10L);
        }
    }

    @Test
    void groupsOfBothProtocols_rebalanceCommitAndEnd() {
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read(TOPIC, LATEST, sink, states)) {
            states.awaitLast(Live.class);
            for (String protocol : List.of("classic", "consumer")) {
                String group = "by-" + protocol;
                try (KafkaConsumer<?, ?> one = lab.member(group, protocol, "t")) {
                    OffsetsLab.commitAll(one, 0);
                    try (KafkaConsumer<?, ?> two = lab.memberBeside(one, group, protocol, "t")) {
                        OffsetsLab.commitAll(two, 0);
                    }
                }
                await(() -> IntStream.range(0, 4).allMatch(p -> sink.newest(group, "t", p) != null));
                await(() -> get(lab.admin()
                        .deleteConsumerGroups(List.of(group))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .handle((done, error) -> error == null)));
                await(() -> sink.log().contains(group + " is gone"));
                assertThat(sink.log().get(sink.log().size() - 1)).isEqualTo(group + " is gone");
            }
            assertThat(reader.status().counts())
                    .containsKeys(
                            "group metadata",
                            "consumer group metadata",
                            "consumer group metadata deleted",
                            "consumer group member metadata",
                            "consumer group current member assignment");
            assertThat(reader.status().errors()).isEmpty();
        }
    }

    @Test
    void classicGroupThatIsUpgraded_keepsItsCommits() {
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read(TOPIC, LATEST, sink, states)) {
            states.awaitLast(Live.class);
            try (KafkaConsumer<?, ?> member = lab.member("mover", "classic", "t")) {
                OffsetsLab.commitAll(member, 0);
            }
            try (KafkaConsumer<?, ?> member = lab.member("mover", "consumer", "t")) {
                OffsetsLab.commitAll(member, 0);
            }
            lab.commit("mover-mark", "t", Map.of(0, 1L));
            await(() -> reader.status().counts().containsKey("group metadata deleted")
                    && sink.newest("mover-mark", "t", 0) != null);

            assertThat(sink.log()).doesNotContain("mover is gone", "mover t-0 deleted");
        }
    }

    @Test
    void starts_readWhatTheyPromise() {
        long now = System.currentTimeMillis();
        lab.createTopic("starts", 2, 1, Map.of());
        lab.write(Stream.of(now - 3 * HOUR, now - 2 * HOUR, now - 1000, now)
                .map(time -> new ProducerRecord<>(
                        "starts", 0, time, Bytes.commitKey("g", "x", 0), Bytes.commitValue(now - time)))
                .toList());

        assertThat(startWith(new Start.Oldest())).hasSize(4);
        assertThat(startWith(new Start.Recent(Duration.ofMillis(2 * HOUR + 60_000))))
                .hasSize(3);
        assertThat(startWith(RECENT)).hasSize(2);
        assertThat(startWith(LATEST)).isEmpty();
    }

    /** What has been read when the reader says that it is live. */
    private List<String> startWith(Start start) {
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("starts", start, sink, states)) {
            states.awaitLast(Live.class);
            assertThat(reader.state()).isInstanceOf(Live.class);
            return sink.log();
        }
    }

    @Test
    void latestThenOldest_isLiveAtOnceAndReadsThePastBesideIt() {
        lab.createTopic("past", 2, 1, Map.of());
        lab.write(IntStream.range(0, 500)
                .mapToObj(n -> commit("past", n % 2, "g" + n % 2, n))
                .toList());
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("past", new Start.LatestThenOldest(), sink, states)) {
            states.awaitLast(Live.class);
            lab.write("past", 0, Bytes.commitKey("g0", "x", 0), Bytes.commitValue(1_000));
            await(() -> sink.arrivals().size() == 501);

            assertThat(sink.arrivals()).extracting(Arrival::offset).doesNotHaveDuplicates();
            assertThat(Objects.requireNonNull(sink.newest("g0", "x", 0)).offset())
                    .isEqualTo(1_000);
            await(() -> Long.valueOf(0).equals(reader.status().counts().get("records of the past to be read")));
        }
    }

    @Test
    void groupsLeftOut_areNotRead() {
        lab.createTopic("filtered", 1, 1, Map.of());
        lab.write(List.of(commit("filtered", 0, "wanted", 1), commit("filtered", 0, "other", 2)));
        FakeSink sink = new FakeSink();
        States states = new States();
        NameFilter groups = NameFilter.of(List.of(), List.of("oth.*"));
        try (OffsetsTopicReader reader = lab.read(
                lab.config("filtered", new Start.Oldest(), groups, lab.lab().client()), sink, states)) {
            states.awaitLast(Live.class);
            assertThat(sink.log()).containsExactly("wanted x-0 1");
            assertThat(reader.state()).isInstanceOf(Live.class);
        }
    }

    @Test
    void garbage_isCountedByKindAndTheRestIsRead() {
        lab.createTopic("garbage", 1, 1, Map.of());
        ByteBuffer unknown = Bytes.commitKey("g", "x", 0);
        unknown.putShort(0, (short) 77);
        lab.write("garbage", 0, unknown, Bytes.commitValue(1));
        lab.write("garbage", 0, Bytes.commitKey("g", "x", 0), ByteBuffer.wrap(new byte[] {0, 3, 1}));
        lab.write("garbage", 0, Bytes.commitKey("g", "x", 0), Bytes.commitValue(9));
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("garbage", new Start.Oldest(), sink, states)) {
            states.awaitLast(Live.class);

            assertThat(sink.log()).containsExactly("g x-0 9");
            assertThat(reader.status().errors())
                    .containsEntry("unreadable: key version 77", 1L)
                    .containsEntry("unreadable: OFFSET_COMMIT value", 1L);
        }
    }

    @Test
    void morePartitions_areReadFromTheirBeginningAndOrdersGoOnGrowing() {
        lab.createTopic("grown", 1, 1, Map.of());
        lab.write(
                IntStream.range(0, 50).mapToObj(n -> commit("grown", 0, "g", n)).toList());
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("grown", LATEST, sink, states)) {
            states.awaitLast(Live.class);
            lab.write("grown", 0, Bytes.commitKey("g", "x", 0), Bytes.commitValue(50));
            await(() -> sink.arrivals().size() == 1);
            get(lab.admin()
                    .createPartitions(Map.of("grown", NewPartitions.increaseTo(3)))
                    .all());
            await(() -> lab.describe("grown").partitions().size() == 3);
            lab.write(List.of(commit("grown", 2, "g", 51), commit("grown", 1, "g", 52)));
            await(() -> sink.arrivals().size() == 3);
            lab.write("grown", 0, Bytes.commitKey("g", "x", 0), Bytes.commitValue(53));
            await(() -> sink.arrivals().size() == 4);

            long before = sink.arrivals().get(0).order();
            assertThat(sink.arrivals()).extracting(Arrival::offset).contains(50L, 51L, 52L, 53L);
            assertThat(sink.arrivals().subList(1, 4))
                    .allSatisfy(arrival -> assertThat(arrival.order()).isGreaterThan(before));
            assertThat(reader.state()).isInstanceOf(Live.class);
        }
    }

    @Test
    void topicMadeAgain_isReadFromItsBeginningAndOrdersGoOnGrowing() {
        lab.createTopic("again", 2, 1, Map.of());
        lab.write(
                IntStream.range(0, 20).mapToObj(n -> commit("again", 0, "g", n)).toList());
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("again", RECENT, sink, states)) {
            await(() -> sink.arrivals().size() == 20);
            lab.deleteTopic("again");
            lab.createTopic("again", 2, 1, Map.of());
            // Longer than it was, so that the old position would fit.
            lab.write(IntStream.range(0, 60)
                    .mapToObj(n -> commit("again", 0, "g", 100 + n))
                    .toList());
            // What the consumer finds at its old position, before it is seen that the topic is another one, is read
            // again.
            await(() -> sink.arrivals().stream()
                            .map(Arrival::offset)
                            .filter(offset -> offset >= 100)
                            .distinct()
                            .count()
                    == 60);
            await(() -> reader.state() instanceof Live);

            assertThat(sink.arrivals()).extracting(Arrival::order).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void kafkasOwnTopicDeleted_isReadAgainWhenKafkaMakesItAgain() {
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsLab own = OffsetsLab.start(config -> config);
                OffsetsTopicReader reader = own.read(TOPIC, RECENT, sink, states)) {
            own.createTopic("t", 1, 1, Map.of());
            own.commit("g", "t", Map.of(0, 1L));
            await(() -> sink.newest("g", "t", 0) != null);
            own.deleteTopic(TOPIC);
            states.awaitLast(Absent.class);
            await(() -> {
                own.admin()
                        .alterConsumerGroupOffsets(
                                "g",
                                Map.of(
                                        new TopicPartition("t", 0),
                                        new org.apache.kafka.clients.consumer.OffsetAndMetadata(2)));
                Arrival newest = sink.newest("g", "t", 0);
                return newest != null && newest.offset() == 2;
            });
            states.awaitLast(Live.class);
            assertThat(reader.state()).isInstanceOf(Live.class);
        }
    }

    @Test
    void startAndClose_anyNumberOfTimes_doesNothingMore() {
        OffsetsTopicReader reader = lab.read(TOPIC, RECENT, new FakeSink(), new States());
        reader.start();
        reader.close();
        reader.close();
        reader.start();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("klamm-offsets-lab");
    }
}
