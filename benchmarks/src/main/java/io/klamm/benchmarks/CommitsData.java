package io.klamm.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills {@code __consumer_offsets}: every group commits on every partition of its topic, round after round, each a second later than the one before. */
final class CommitsData {

    static final int TOPICS = 100;
    static final int PARTITIONS_OF_A_GROUP = 10;

    private static final String OFFSETS = "__consumer_offsets";
    private static final int STEP = 100;
    private static final long MILLIS_A_ROUND = 1000;

    private final Map<String, Object> client;
    private final int groups;
    private final int rounds;
    private int partitions;
    private long first;

    /** @param rounds how often each group commits on each of its partitions */
    CommitsData(Map<String, Object> client, int groups, int rounds) {
        this.rounds = rounds;
        this.client = client;
        this.groups = groups;
    }

    int groupPartitions() {
        return groups * PARTITIONS_OF_A_GROUP;
    }

    /** Lets the broker make the topic, then writes commits into it as fast as it takes them. Returns how many. */
    long write(Ticker ticker) throws ExecutionException, InterruptedException {
        partitions = makeTopic();
        first = System.currentTimeMillis() - rounds * MILLIS_A_ROUND;
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int round = 0; round < rounds; round++) {
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                for (int group = 0; group < groups; group++) {
                    send(producer, group, round, sent);
                }
                producer.flush();
                for (Future<RecordMetadata> record : sent) {
                    record.get();
                }
                ticker.at((round + 1L) * groupPartitions());
            }
        }
        return (long) rounds * groupPartitions();
    }

    /** One group commits once more what it has committed. Returns how many commits these are. */
    long writeMore() throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            send(producer, 0, rounds - 1, sent);
        }
        return sent.size();
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(client);
        // Brokers let nobody else write to internal topics.
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "__admin_client");
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        // As many to a batch as a busy coordinator gathers.
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 16_384);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Where the topics' partitions end: a round behind the last commits. */
    long end() {
        return (long) rounds * STEP;
    }

    static String topic(int number) {
        return "orders-topic-" + number;
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int group, int round, List<Future<RecordMetadata>> sent) {
        String name = "payment-service-" + group;
        int home = (name.hashCode() & 0x7fff_ffff) % partitions;
        for (int partition = 0; partition < PARTITIONS_OF_A_GROUP; partition++) {
            byte[] key = CommitRecords.key(name, topic(group % TOPICS), partition);
            byte[] value = CommitRecords.value((long) round * STEP, 3, first + round * MILLIS_A_ROUND);
            sent.add(producer.send(new ProducerRecord<>(OFFSETS, home, key, value)));
        }
    }

    private int makeTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new org.apache.kafka.clients.admin.NewTopic("made", 1, (short) 1)))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets("maker", Map.of(new TopicPartition("made", 0), new OffsetAndMetadata(0)))
                    .all()
                    .get();
            return Objects.requireNonNull(admin.describeTopics(List.of(OFFSETS))
                            .allTopicNames()
                            .get()
                            .get(OFFSETS))
                    .partitions()
                    .size();
        }
    }
}
