package io.klamm.kafka;

import io.klamm.lab.cluster.LabConfigBuilder;
import io.klamm.lab.cluster.TestLab;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.Group;
import io.klamm.model.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A lab to read from, with the few things that tests do to it; logs in as a super user where there are any. */
final class Practice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestLab lab;
    private final Map<String, Object> client;
    private final Admin admin;

    private Practice(TestLab lab, Map<String, Object> client) {
        this.lab = lab;
        this.client = client;
        this.admin = Admin.create(client);
    }

    static Practice start(UnaryOperator<LabConfigBuilder> changes) {
        TestLab lab = TestLab.start(changes);
        return new Practice(lab, lab.client());
    }

    /** The same, in which the test's own clients are that user. */
    static Practice startAs(String user, UnaryOperator<LabConfigBuilder> changes) {
        TestLab lab = TestLab.start(changes);
        Map<String, Object> client = new HashMap<>(lab.lab().clientProperties(user));
        client.put("bootstrap.servers", lab.lab().bootstrapServers());
        return new Practice(lab, client);
    }

    TestLab lab() {
        return lab;
    }

    Admin admin() {
        return admin;
    }

    ClusterConfig config() {
        return config(NameFilter.all(), NameFilter.all(), Map.of());
    }

    ClusterConfig config(NameFilter topics, NameFilter groups, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>();
        client.forEach((key, value) -> all.put(key, String.valueOf(value)));
        all.remove("bootstrap.servers");
        all.putAll(settings);
        return new ClusterConfig(
                "practice",
                lab.lab().bootstrapServers(),
                Duration.ofSeconds(1),
                topics,
                groups,
                new ClientProperties(all));
    }

    ClusterReader reader() {
        return new ClusterReader(config(), Clock.systemUTC());
    }

    ClusterSnapshot read() {
        try (ClusterReader reader = reader()) {
            return reader.read();
        }
    }

    void createTopic(String name, int partitions, int replicas) {
        get(() -> admin.createTopics(List.of(new NewTopic(name, partitions, (short) replicas)))
                .all()
                .get(20, TimeUnit.SECONDS));
        await(() -> answers(
                () -> admin.describeTopics(List.of(name)).allTopicNames().get(5, TimeUnit.SECONDS)));
    }

    void deleteTopic(String name) {
        get(() -> admin.deleteTopics(List.of(name)).all().get(20, TimeUnit.SECONDS));
        await(() ->
                !get(() -> admin.listTopics().names().get(5, TimeUnit.SECONDS)).contains(name));
    }

    KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(new HashMap<>(client), new StringSerializer(), new StringSerializer());
    }

    /** So many records to each of the topic's first partitions. */
    void produce(String topic, int partitions, int each) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, String> producer = producer()) {
            for (int record = 0; record < each; record++) {
                for (int partition = 0; partition < partitions; partition++) {
                    sent.add(producer.send(new ProducerRecord<>(topic, partition, null, "record " + record)));
                }
            }
            sent.forEach(record -> get(() -> record.get(30, TimeUnit.SECONDS)));
        }
    }

    /** A producer whose first transaction can begin. */
    KafkaProducer<String, String> transactional(String id) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    void commit(String group, String topic, Map<Integer, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        offsets.forEach((partition, offset) ->
                commits.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
        get(() -> admin.alterConsumerGroupOffsets(group, commits).all().get(20, TimeUnit.SECONDS));
    }

    /** A member that has been given its partitions; {@code protocol} is {@code classic} or {@code consumer}. */
    KafkaConsumer<String, String> join(String group, String protocol, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "member-of-" + group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        await(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
        return consumer;
    }

    /** Commits where the consumer stands on all its partitions; it knows that only when it has been told where they begin. */
    static void commitAll(KafkaConsumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        consumer.assignment()
                .forEach(partition -> positions.put(partition, new OffsetAndMetadata(consumer.position(partition))));
        consumer.commitSync(positions);
    }

    static Topic topic(ClusterSnapshot snapshot, String name) {
        return snapshot.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no topic " + name + " in " + snapshot));
    }

    static Group group(ClusterSnapshot snapshot, String id) {
        return snapshot.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group " + id + " in " + snapshot));
    }

    /** Waits for the condition; fails after a minute. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so after " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What waits for an answer of Kafka. */
    interface Question<T> {
        T ask() throws ExecutionException, InterruptedException, TimeoutException;
    }

    static <T> T get(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> boolean answers(Question<T> question) {
        try {
            question.ask();
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        lab.close();
    }
}
