package io.klamm.kafka;

import static io.klamm.kafka.Practice.await;
import static io.klamm.kafka.Practice.get;
import static io.klamm.kafka.Practice.topic;
import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.lab.cluster.Sasl;
import io.klamm.lab.traffic.TransactionPlan;
import io.klamm.lab.traffic.TransactionProducer;
import io.klamm.model.ComponentStatus.State;
import io.klamm.model.OffsetRange;
import io.klamm.model.Partition;
import io.klamm.model.TopicPartition;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What real brokers have in a range of offsets, told from what offsets alone would say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RangeIT {

    private static final String PASSWORD = "range-password";

    private Practice practice;
    private final Map<OffsetRange, Long> answers = new ConcurrentHashMap<>();
    private RangeReader reader;

    @BeforeAll
    void start() {
        practice = Practice.startAs("admin", lab -> lab.brokers(2)
                .sasl(Sasl.SCRAM)
                .user("poor", PASSWORD)
                .brokerProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .brokerProperty("super.users", "User:admin")
                .brokerProperty("log.cleaner.backoff.ms", "200"));
    }

    @AfterAll
    void end() {
        practice.close();
    }

    @BeforeEach
    void begin() {
        reader = new RangeReader(practice.config(), answers::put, Clock.systemUTC());
        reader.start();
    }

    @AfterEach
    void close() {
        reader.close();
        answers.clear();
    }

    private static OffsetRange range(String topic, long from, long to) {
        return new OffsetRange(new TopicPartition(topic, 0), from, to);
    }

    private long ask(OffsetRange range) {
        reader.ask(List.of(range));
        await(() -> answers.containsKey(range));
        return answers.getOrDefault(range, -1L);
    }

    private Partition partition(String topic) {
        return topic(practice.read(), topic).partitions().get(0);
    }

    @Test
    void plainTopic_everyOffsetIsARecord_upToTheLimit() {
        practice.createTopic("plain", 1, 1);
        practice.produce("plain", 1, 300);

        assertThat(ask(range("plain", 10, 17))).isEqualTo(7);
        assertThat(ask(range("plain", 299, 300))).isEqualTo(1);
        assertThat(ask(range("plain", 0, 300))).isEqualTo(RangeReader.LIMIT);
        assertThat(ask(range("plain", 5, 5))).isZero();
        assertThat(reader.status().state()).isEqualTo(State.OK);
    }

    @Test
    void transactions_markersAndAbortedRecordsAreNoData() {
        practice.createTopic("transacted", 1, 1);
        // Offsets: 0-4 and marker 5 committed, 6-10 and marker 11 aborted, 12-16 and 17 committed, 18-22 and 23
        // aborted.
        TransactionPlan plan = TransactionPlan.of("transacted", 5, Duration.ofMillis(50))
                .withTransactions(4)
                .withAbortEach(2);
        try (TransactionProducer producer = TransactionProducer.start(client(), plan, progress -> {})) {
            assertThat(producer.await(Duration.ofSeconds(60))).isTrue();
        }
        await(() -> partition("transacted").stableOffset() == 24);

        assertThat(ask(range("transacted", 0, 6))).isEqualTo(5);
        assertThat(ask(range("transacted", 5, 6))).as("a marker").isZero();
        assertThat(ask(range("transacted", 5, 12)))
                .as("marker, aborted, marker")
                .isZero();
        assertThat(ask(range("transacted", 5, 14))).isEqualTo(2);
        assertThat(ask(range("transacted", 17, 24))).as("to the end").isZero();
        assertThat(ask(range("transacted", 0, 24))).isEqualTo(10);
    }

    private Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(practice.lab().lab().clientProperties("admin"));
        client.put("bootstrap.servers", practice.lab().lab().bootstrapServers());
        return client;
    }

    @Test
    void openTransaction_isAnsweredUpToTheLastStableOffset() {
        practice.createTopic("open", 1, 1);
        practice.produce("open", 1, 4);
        try (KafkaProducer<String, String> producer = practice.transactional("holder")) {
            producer.beginTransaction();
            get(() -> producer.send(new ProducerRecord<>("open", "open")).get(20, TimeUnit.SECONDS));
            practice.produce("open", 1, 3);

            reader.ask(List.of(range("open", 2, 8), range("open", 4, 8), range("open", 6, 8)));
            await(() -> answers.size() == 3);

            assertThat(answers)
                    .containsEntry(range("open", 2, 4), 2L)
                    .containsEntry(range("open", 4, 4), 0L)
                    .containsEntry(range("open", 6, 6), 0L);
            producer.commitTransaction();
        }
        await(() -> partition("open").stableOffset() == 9);
        assertThat(ask(range("open", 4, 9))).as("all but the marker").isEqualTo(4);
    }

    @Test
    void compactedTopic_whatWasTakenIsNoData_alsoAtTheEnd() {
        get(() -> practice.admin()
                .createTopics(List.of(new NewTopic("compacted", 1, (short) 1)
                        .configs(Map.of(
                                "cleanup.policy", "compact",
                                "segment.bytes", "1048576",
                                "segment.ms", "1000",
                                "min.cleanable.dirty.ratio", "0.01",
                                "delete.retention.ms", "0",
                                "max.compaction.lag.ms", "1000"))))
                .all()
                .get(20, TimeUnit.SECONDS));
        await(() -> !practice.read().topics().stream()
                .filter(topic -> topic.name().equals("compacted"))
                .toList()
                .isEmpty());
        try (KafkaProducer<String, String> producer = practice.producer()) {
            IntStream.range(0, 50)
                    .forEach(n -> get(() -> producer.send(new ProducerRecord<>("compacted", "key", "value " + n))
                            .get(20, TimeUnit.SECONDS)));
            // A record makes the segment of the others roll, once it is old enough.
            await(() -> {
                get(() -> producer.send(new ProducerRecord<>("compacted", "roll", "roll"))
                        .get(20, TimeUnit.SECONDS));
                OffsetRange old = range("compacted", 0, 49);
                answers.remove(old);
                return ask(old) == 0;
            });
        }
        assertThat(ask(range("compacted", 0, 50))).as("the key's last record").isEqualTo(1);
    }

    @Test
    void deletedRecords_areNoData() {
        practice.createTopic("deleted", 1, 1);
        practice.produce("deleted", 1, 10);
        var partition = new org.apache.kafka.common.TopicPartition("deleted", 0);
        get(() -> practice.admin()
                .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(7)))
                .all()
                .get(20, TimeUnit.SECONDS));

        assertThat(ask(range("deleted", 2, 7))).isZero();
        assertThat(ask(range("deleted", 2, 9))).isEqualTo(2);
        assertThat(ask(range("deleted", 2, 10))).isEqualTo(3);
    }

    @Test
    void topicThatIsNot_isUnfinishedAndNeverMade() {
        practice.createTopic("there", 1, 1);
        practice.produce("there", 1, 1);
        reader.ask(List.of(range("not-there", 0, 5), range("there", 0, 1)));

        await(() -> !answers.isEmpty());

        assertThat(answers).containsOnlyKeys(range("there", 0, 1));
        assertThat(reader.status().counts()).containsEntry("unfinished", 1L);
        assertThat(practice.read().topics()).noneMatch(topic -> topic.name().equals("not-there"));
    }

    @Test
    void partitionAddedLater_isFound() {
        practice.createTopic("grows", 1, 1);
        practice.produce("grows", 1, 1);
        assertThat(ask(range("grows", 0, 1))).isEqualTo(1);
        get(() -> practice.admin()
                .createPartitions(Map.of("grows", NewPartitions.increaseTo(2)))
                .all()
                .get(20, TimeUnit.SECONDS));
        await(() -> topic(practice.read(), "grows").partitions().size() == 2);
        practice.produce("grows", 2, 3);
        OffsetRange later = new OffsetRange(new TopicPartition("grows", 1), 0, 3);

        await(() -> {
            reader.ask(List.of(later));
            return answers.containsKey(later);
        });

        assertThat(answers).containsEntry(later, 3L);
    }

    @Test
    void deniedTopic_isToldWithItsRight_andRests_othersAreAnswered() {
        practice.createTopic("secret", 1, 1);
        practice.createTopic("public", 1, 1);
        practice.produce("secret", 1, 3);
        practice.produce("public", 1, 3);
        grant("secret", AclOperation.DESCRIBE);
        grant("public", AclOperation.READ);
        Map<String, String> login = new HashMap<>();
        practice.lab().lab().clientProperties("poor").forEach((key, value) -> login.put(key, String.valueOf(value)));
        ClusterConfig config = practice.config(NameFilter.all(), NameFilter.all(), login);
        try (RangeReader poor = new RangeReader(config, answers::put, Clock.systemUTC())) {
            poor.start();
            poor.ask(List.of(range("secret", 0, 3), range("public", 0, 3), range("secret", 1, 3)));

            await(() -> answers.containsKey(range("public", 0, 3))
                    && poor.status().counts().getOrDefault("passed over", 0L) == 1);

            assertThat(answers).containsOnlyKeys(range("public", 0, 3)).containsValue(3L);
            assertThat(poor.status().state()).isEqualTo(State.WARNING);
            assertThat(poor.status().lastError())
                    .isEqualTo("records of secret-0: not allowed (missing right: Read on Topic secret)");
            assertThat(poor.status().errors()).containsEntry("TopicAuthorizationException", 1L);
            assertThat(poor.status().counts()).containsEntry("resting topics", 1L);
        }
    }

    private void grant(String topic, AclOperation operation) {
        get(() -> practice.admin()
                .createAcls(List.of(new AclBinding(
                        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                        new AccessControlEntry("User:poor", "*", operation, AclPermissionType.ALLOW))))
                .all()
                .get(10, TimeUnit.SECONDS));
    }

    @Test
    void brokerHangs_itsRangesWait_theOthersAreAnswered_andItsOwnWhenItIsBack() {
        practice.createTopic("spread", 2, 1);
        practice.produce("spread", 2, 5);
        List<Partition> partitions = topic(practice.read(), "spread").partitions();
        OffsetRange hung = new OffsetRange(new TopicPartition("spread", 0), 0, 5);
        OffsetRange well = new OffsetRange(new TopicPartition("spread", 1), 0, 5);
        int broker = partitions.get(0).leader();
        assertThat(partitions.get(1).leader()).isNotEqualTo(broker);
        assertThat(ask(hung)).isEqualTo(5);
        answers.clear();
        practice.lab().lab().pause(broker);
        try {
            reader.ask(List.of(hung, well));
            await(() -> answers.containsKey(well));
            assertThat(answers).doesNotContainKey(hung);
            assertThat(reader.status().lastDuration()).isLessThan(Duration.ofSeconds(6));
        } finally {
            practice.lab().lab().resume(broker);
        }
        await(() -> {
            reader.ask(List.of(hung));
            return answers.containsKey(hung);
        });
        assertThat(answers).containsEntry(hung, 5L);
    }

    @Test
    void close_whileItReadsNothing_endsInTime_twice() {
        reader.ask(List.of(range("not-there-either", 0, 5)));
        long began = System.nanoTime();

        reader.close();
        reader.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }
}
