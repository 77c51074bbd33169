package io.klamm.kafka.offsets;

import static io.klamm.kafka.offsets.OffsetsLab.TOPIC;
import static io.klamm.kafka.offsets.OffsetsLab.await;
import static io.klamm.kafka.offsets.OffsetsLab.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.kafka.OffsetsTopicConfig.Start;
import io.klamm.kafka.offsets.FakeSink.Arrival;
import io.klamm.kafka.offsets.OffsetsState.Failed;
import io.klamm.kafka.offsets.OffsetsState.Live;
import io.klamm.model.commit.CommitBatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of the reading when real brokers die, hang, come back and have forgotten something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffsetsFaultIT {

    private static final Start RECENT = new Start.Recent(Duration.ofMinutes(10));
    private static final int GROUPS = 12;

    private OffsetsLab lab;

    @BeforeAll
    void start() {
        lab = OffsetsLab.start(config -> config.brokers(3).brokerProperty("unclean.leader.election.enable", "true"));
        lab.createTopic("t", 1, 3, Map.of());
        lab.commit("g-0", "t", Map.of(0, 0L));
    }

    @AfterEach
    void allAreWell() {
        await(() -> lab.lab().lab().readyBrokers().size() == 3);
    }

    @AfterAll
    void end() {
        lab.close();
    }

    /** Commits for a dozen groups again and again, whatever the brokers do, until it is closed. */
    private final class Committer implements AutoCloseable {

        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicLong rounds = new AtomicLong();
        private final Thread thread = new Thread(this::run, "committer");

        Committer() {
            thread.start();
        }

        private void run() {
            try (Admin admin = Admin.create(lab.lab().client())) {
                while (!ended.get()) {
                    long round = rounds.incrementAndGet();
                    IntStream.range(0, GROUPS).forEach(n -> commit(admin, "g-" + n, round));
                }
            }
        }

        private void commit(Admin admin, String group, long offset) {
            try {
                admin.alterConsumerGroupOffsets(
                                group, Map.of(new TopicPartition("t", 0), new OffsetAndMetadata(offset)))
                        .all()
                        .get(2, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                // The next round tries again: brokers are being killed.
                OffsetsLab.pause(100);
            } catch (InterruptedException e) {
                ended.set(true);
            }
        }

        void awaitRounds(long more) {
            long goal = rounds.get() + more;
            await(() -> rounds.get() >= goal);
        }

        @Override
        public void close() {
            ended.set(true);
            try {
                thread.join(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void brokersKilledOneAfterTheOther_everyCommitThatKafkaKeptWasReadOnceAndInOrder() {
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read(TOPIC, RECENT, sink, states)) {
            states.awaitLast(Live.class);
            try (Committer committer = new Committer()) {
                for (int broker = 1; broker <= 3; broker++) {
                    committer.awaitRounds(2);
                    lab.lab().lab().kill(broker);
                    committer.awaitRounds(2);
                    lab.lab().lab().start(broker);
                    await(() -> lab.describe(TOPIC).partitions().stream()
                            .allMatch(partition -> partition.isr().size() == 3));
                }
                committer.awaitRounds(2);
            }
            states.awaitLast(Live.class);
            List<String> kept = lab.plainly(TOPIC);
            await(() -> sink.arrivals().size() >= kept.size());

            assertThat(kept).hasSizeGreaterThan(12 * GROUPS);
            assertThat(sink.log()).containsExactlyInAnyOrderElementsOf(kept);
            for (int n = 0; n < GROUPS; n++) {
                String group = "g-" + n;
                assertThat(sink.arrivals())
                        .filteredOn(arrival -> arrival.group().equals(group))
                        .extracting(Arrival::order)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
            assertThat(reader.status().errors()).doesNotContainKey("position out of range");
        }
    }

    @Test
    void allBrokersDown_isSaid_andTheReadingGoesOnWhenTheyAreBack() {
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read(TOPIC, new Start.Recent(Duration.ZERO), sink, states)) {
            states.awaitLast(Live.class);
            IntStream.rangeClosed(1, 3).forEach(lab.lab().lab()::kill);
            states.awaitLast(Failed.class);
            assertThat(reader.state().text()).contains("no broker answers at 127.0.0.1:");

            IntStream.rangeClosed(1, 3).forEach(lab.lab().lab()::start);
            states.awaitLast(Live.class);
            await(() -> {
                lab.admin()
                        .alterConsumerGroupOffsets(
                                "g-0", Map.of(new TopicPartition("t", 0), new OffsetAndMetadata(1_000_000)));
                return sink.log().contains("g-0 t-0 1000000");
            });
        }
    }

    @Test
    void brokerHangs_theOthersPartitionsAreReadOn() {
        lab.createTopic("alone", 3, 1, Map.of());
        Map<Integer, Integer> leaders = new HashMap<>();
        await(() -> {
            lab.describe("alone")
                    .partitions()
                    .forEach(p -> leaders.put(p.leader().id(), p.partition()));
            return leaders.size() == 3;
        });
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("alone", RECENT, sink, states)) {
            states.awaitLast(Live.class);
            lab.lab().lab().pause(2);
            try {
                for (int round = 0; round < 5; round++) {
                    for (int broker : new int[] {1, 3}) {
                        lab.write(
                                "alone",
                                leaders.getOrDefault(broker, -1),
                                Bytes.commitKey("at-" + broker, "x", 0),
                                Bytes.commitValue(round));
                    }
                }
                await(() -> sink.arrivals().size() == 10);
            } finally {
                lab.lab().lab().resume(2);
            }
            await(() -> lab.lab().lab().readyBrokers().size() == 3);
            lab.write("alone", leaders.getOrDefault(2, -1), Bytes.commitKey("at-2", "x", 0), Bytes.commitValue(9));
            await(() -> sink.log().contains("at-2 x-0 9"));
            states.awaitLast(Live.class);
            assertThat(reader.status().errors()).doesNotContainKey("position out of range");
        }
    }

    @Test
    void leaderThatHasForgotten_isReadFromWhereItsLogDiffers() {
        lab.createTopic("short", 1, 2, Map.of("min.insync.replicas", "1"));
        await(() -> lab.describe("short").partitions().get(0).isr().size() == 2);
        List<Integer> replicas = lab.describe("short").partitions().get(0).replicas().stream()
                .map(node -> node.id())
                .toList();
        int first = lab.describe("short").partitions().get(0).leader().id();
        int second = replicas.get(0) == first ? replicas.get(1) : replicas.get(0);
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("short", RECENT, sink, states)) {
            write("short", 0, 10);
            await(() -> sink.arrivals().size() == 10);
            lab.lab().lab().kill(second);
            await(() -> lab.describe("short").partitions().get(0).isr().size() == 1);
            write("short", 10, 30);
            await(() -> sink.arrivals().size() == 30);
            lab.lab().lab().kill(first);
            lab.lab().lab().start(second);
            await(() -> leader("short") == second);
            write("short", 100, 105);
            await(() -> sink.log().contains("g x-0 104"));

            assertThat(sink.log())
                    .hasSize(35)
                    .endsWith("g x-0 100", "g x-0 101", "g x-0 102", "g x-0 103", "g x-0 104");
            assertThat(sink.arrivals()).extracting(Arrival::order).isSorted().doesNotHaveDuplicates();
            assertThat(reader.status().errors()).containsKey("position out of range");
        } finally {
            lab.lab().lab().start(first);
        }
    }

    private int leader(String topic) {
        var leader = lab.describe(topic).partitions().get(0).leader();
        return leader == null ? -1 : leader.id();
    }

    private void write(String topic, int from, int to) {
        lab.write(IntStream.range(from, to)
                .mapToObj(n -> new ProducerRecord<>(topic, 0, Bytes.commitKey("g", "x", 0), Bytes.commitValue(n)))
                .toList());
    }

    @Test
    void sinkThatFails_losesNothing_andWhatWasDeletedMeanwhileIsPassedOver() {
        lab.createTopic("cut", 1, 1, Map.of());
        write("cut", 0, 40);
        AtomicBoolean broken = new AtomicBoolean(true);
        FakeSink sink = new FakeSink() {
            @Override
            public synchronized void accept(CommitBatch batch) {
                if (broken.get()) {
                    throw new IllegalStateException("the sink's own mistake");
                }
                super.accept(batch);
            }
        };
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("cut", new Start.Oldest(), sink, states)) {
            states.awaitLast(Failed.class);
            assertThat(reader.state())
                    .isEqualTo(new Failed(
                            "IllegalStateException", "unexpected: java.lang.IllegalStateException (see the log)"));
            get(lab.admin()
                    .deleteRecords(Map.of(new TopicPartition("cut", 0), RecordsToDelete.beforeOffset(30)))
                    .all());
            broken.set(false);
            states.awaitLast(Live.class);

            assertThat(sink.arrivals())
                    .extracting(Arrival::offset)
                    .containsExactlyElementsOf(
                            IntStream.range(30, 40).mapToObj(n -> (long) n).toList());
            assertThat(reader.status().errors()).containsEntry("position out of range", 1L);
        }
    }

    @Test
    void sinkThatIsSlow_holdsTheReadingBackAndLosesNothing() {
        lab.createTopic("slow", 1, 1, Map.of());
        write("slow", 0, 9_000);
        FakeSink sink = new FakeSink() {
            @Override
            public synchronized void accept(CommitBatch batch) {
                OffsetsLab.pause(150);
                super.accept(batch);
            }
        };
        States states = new States();
        try (OffsetsTopicReader reader = lab.read("slow", new Start.Oldest(), sink, states)) {
            states.awaitLast(Live.class);

            assertThat(sink.arrivals())
                    .extracting(Arrival::offset)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 9_000).mapToObj(n -> (long) n).toList());
            assertThat(reader.state()).isInstanceOf(Live.class);
        }
    }
}
