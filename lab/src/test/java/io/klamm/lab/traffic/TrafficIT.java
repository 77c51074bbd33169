package io.klamm.lab.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.klamm.lab.LabException;
import io.klamm.lab.cluster.TestLab;
import io.klamm.lab.topic.TopicDetail;
import io.klamm.lab.topic.TopicSummary;
import io.klamm.lab.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrafficIT {

    private static final Duration LONG = Duration.ofSeconds(40);

    private final TestLab test = TestLab.start();
    private final Topics topics = Topics.connect(test.client());

    @AfterAll
    void end() {
        topics.close();
        test.close();
    }

    @Test
    void topics_createdListedDescribedDeleted() {
        topics.create("crud", 3, 1, Map.of("retention.ms", "60000"));

        TopicDetail detail = topics.describe("crud");
        assertThat(detail.partitions()).hasSize(3).noneMatch(partition -> partition.underReplicated());
        assertThat(detail.config()).isEqualTo(Map.of("retention.ms", "60000"));
        assertThat(topics.list(false)).contains(new TopicSummary("crud", 3, 1, false));
        assertThatThrownBy(() -> topics.create("crud", 3, 1, Map.of())).hasMessage("topic: 'crud' already exists");

        topics.delete("crud");
        assertThatThrownBy(() -> topics.describe("crud")).hasMessageStartingWith("topic: 'crud' does not exist");
        assertThatThrownBy(() -> topics.delete("crud")).hasMessageStartingWith("topic: 'crud' does not exist");
    }

    @Test
    void topics_whatKafkaRefuses_isSaidInItsWords() {
        assertThatThrownBy(() -> topics.create("rf", 1, 5, Map.of()))
                .hasMessageContaining("topic 'rf'")
                .hasMessageContaining("5");
        assertThatThrownBy(() -> topics.create("a b", 1, 1, Map.of())).hasMessageContaining("topic 'a b'");
        assertThatThrownBy(() -> topics.create("c", 1, 1, Map.of("no.such", "1")))
                .hasMessageContaining("no.such");
        assertThatThrownBy(() -> topics.create("p", 0, 1, Map.of())).hasMessage("partitions: 0 (expected: 1 or more)");
    }

    @Test
    void producer_missingTopic_failsAndMakesNone() {
        assertThatThrownBy(() -> RateProducer.start(test.client(), ProducerPlan.of("absent", 10), each -> {}))
                .isInstanceOf(LabException.class)
                .hasMessageStartingWith("topic: 'absent' does not exist");
        assertThat(topics.exists("absent")).isFalse();
    }

    @Test
    void transactions_committedAndAborted_eachLeavesAMarker() {
        topics.create("transacted", 1, 1, Map.of());
        List<ProducerProgress> told = new CopyOnWriteArrayList<>();
        TransactionPlan plan = TransactionPlan.of("transacted", 10, Duration.ofMillis(100))
                .withTransactions(4)
                .withAbortEach(2);
        long begin = System.nanoTime();

        try (TransactionProducer producer = TransactionProducer.start(test.client(), plan, told::add)) {
            assertThat(producer.await(LONG)).isTrue();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(300));
        ProducerProgress last = told.get(told.size() - 1);
        assertThat(List.of(last.sent(), last.acknowledged(), last.errors())).containsExactly(40L, 40L, 0L);
        assertThat(last.done()).isTrue();
        // 40 messages and a marker of each transaction, which is written a moment after the transaction ends.
        until(() -> endOffsets("transacted", 1) == 44);
        assertThat(readable("transacted", "read_committed")).isEqualTo(20);
        assertThat(readable("transacted", "read_uncommitted")).isEqualTo(40);
    }

    private int readable(String topic, String isolation) {
        Map<String, Object> settings = test.client();
        settings.put("isolation.level", isolation);
        TopicPartition partition = new TopicPartition(topic, 0);
        long end = endOffsets(topic, 1);
        int records = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                records += consumer.poll(Duration.ofMillis(200)).count();
            }
        }
        return records;
    }

    @Test
    void producer_rateAndNumber_heldWithinTwoPercent() {
        topics.create("rate", 3, 1, Map.of());
        List<ProducerProgress> reports = new CopyOnWriteArrayList<>();

        try (RateProducer producer =
                RateProducer.start(test.client(), new ProducerPlan("rate", 500, 2_500, 100, 10, "all"), reports::add)) {
            assertThat(producer.await(LONG)).isTrue();
        }

        ProducerProgress last = reports.get(reports.size() - 1);
        assertThat(last.done()).isTrue();
        assertThat(last.sent()).isEqualTo(2_500);
        assertThat(last.acknowledged()).isEqualTo(2_500);
        assertThat(last.errors()).isZero();
        assertThat(last.rate()).isCloseTo(500, within(10.0));
        assertThat(last.p50Millis()).isPositive().isLessThanOrEqualTo(last.p99Millis());
        assertThat(reports).hasSizeGreaterThanOrEqualTo(5);
        assertThat(endOffsets("rate", 3)).isEqualTo(2_500);
    }

    @ParameterizedTest
    @EnumSource(GroupProtocol.class)
    void consumer_slowerThanItsGroupAllows_staysAndCommits(GroupProtocol protocol) {
        String topic = "slow-" + protocol.label();
        topics.create(topic, 2, 1, Map.of());
        produce(topic, 40);
        Map<String, Object> client = test.client();
        // A message takes longer than a member may be silent.
        client.put("max.poll.interval.ms", "1500");
        ConsumerPlan plan =
                ConsumerPlan.of(topic, topic, Duration.ofMillis(1_800)).withProtocol(protocol);
        List<ConsumerProgress> reports = new CopyOnWriteArrayList<>();

        try (SlowConsumer consumer = SlowConsumer.start(client, plan, reports::add)) {
            until(() -> last(reports).consumed() >= 3);
            assertThat(committed(topic)).isGreaterThanOrEqualTo(2);
            assertThat(consumer.await(Duration.ZERO)).isFalse();
            assertThat(last(reports).partitions()).isEqualTo(2);
            assertThat(last(reports).lag().orElseThrow())
                    .isEqualTo(40 - last(reports).consumed());
        }

        ConsumerProgress end = last(reports);
        assertThat(end.done()).isTrue();
        assertThat(end.errors()).as("%s", end.lastError()).isZero();
        assertThat(committed(topic)).isEqualTo(end.consumed());
    }

    @Test
    void consumer_secondMemberJoins_everyMessageOnceAndCommitted() {
        topics.create("two", 2, 1, Map.of());
        produce("two", 500);
        Map<String, Object> client = test.client();
        // How soon the first member hears of the second.
        client.put("heartbeat.interval.ms", "300");
        List<ConsumerProgress> first = new CopyOnWriteArrayList<>();
        List<ConsumerProgress> second = new CopyOnWriteArrayList<>();
        ConsumerPlan plan = ConsumerPlan.of("two", "two", Duration.ofMillis(10));

        try (SlowConsumer one = SlowConsumer.start(client, plan, first::add)) {
            until(() -> last(first).consumed() > 0);
            try (SlowConsumer two = SlowConsumer.start(client, plan, second::add)) {
                until(() -> last(first).consumed() + last(second).consumed() >= 500);
                assertThat(two.await(Duration.ZERO)).isFalse();
            }
            assertThat(one.await(Duration.ZERO)).isFalse();
        }

        assertThat(last(second).consumed()).isPositive();
        assertThat(last(first).consumed() + last(second).consumed()).isEqualTo(500);
        assertThat(committed("two")).isEqualTo(500);
    }

    @Test
    void shareMember_newMessages_areAccepted() {
        topics.create("shared", 1, 1, Map.of());
        try (ShareMember member = ShareMember.start(test.client(), "shared", "sharers")) {
            until(() -> {
                produce("shared", 5);
                return member.consumed() > 0;
            });
        }
    }

    private void produce(String topic, int number) {
        ProducerPlan plan = new ProducerPlan(topic, 0, number, 20, 1_000, "all");
        try (RateProducer producer = RateProducer.start(test.client(), plan, each -> {})) {
            assertThat(producer.await(LONG)).isTrue();
        }
    }

    private static ConsumerProgress last(List<ConsumerProgress> reports) {
        return reports.isEmpty()
                ? new ConsumerProgress(0, 0, OptionalLong.empty(), 0, 0, Optional.empty(), false)
                : reports.get(reports.size() - 1);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("in time").isNegative();
            LockSupport.parkNanos(50_000_000);
        }
    }

    private long committed(String group) {
        try (Admin admin = Admin.create(test.client())) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(20, TimeUnit.SECONDS);
            return offsets.values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long endOffsets(String topic, int partitions) {
        try (Admin admin = Admin.create(test.client())) {
            long sum = 0;
            for (int i = 0; i < partitions; i++) {
                TopicPartition partition = new TopicPartition(topic, i);
                sum += admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get(20, TimeUnit.SECONDS)
                        .offset();
            }
            return sum;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
