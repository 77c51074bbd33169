package io.klamm.kafka.offsets;

import io.klamm.kafka.ClientProperties;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.NameFilter;
import io.klamm.kafka.OffsetsTopicConfig;
import io.klamm.kafka.OffsetsTopicConfig.Reading;
import io.klamm.kafka.OffsetsTopicConfig.Start;
import io.klamm.lab.cluster.LabConfigBuilder;
import io.klamm.lab.cluster.TestLab;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.apache.kafka.common.serialization.ByteBufferSerializer;
import org.jspecify.annotations.Nullable;

/** A lab whose offsets topic is read, with the few things that tests do to it. */
final class OffsetsLab implements AutoCloseable {

    static final String TOPIC = OffsetsTopicConfig.TOPIC;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestLab lab;
    private final Map<String, Object> client;
    private final Admin admin;

    private OffsetsLab(TestLab lab, Map<String, Object> client) {
        this.lab = lab;
        this.client = client;
        this.admin = Admin.create(client);
    }

    static OffsetsLab start(UnaryOperator<LabConfigBuilder> changes) {
        TestLab lab = TestLab.start(changes);
        return new OffsetsLab(lab, lab.client());
    }

    /** The same, in which the test's own clients are that user. */
    static OffsetsLab startAs(String user, UnaryOperator<LabConfigBuilder> changes) {
        TestLab lab = TestLab.start(changes);
        Map<String, Object> client = new HashMap<>(lab.lab().clientProperties(user));
        client.put("bootstrap.servers", lab.lab().bootstrapServers());
        return new OffsetsLab(lab, client);
    }

    TestLab lab() {
        return lab;
    }

    Admin admin() {
        return admin;
    }

    ClusterConfig config(String topic, Start start) {
        return config(topic, start, NameFilter.all(), client);
    }

    ClusterConfig config(String topic, Start start, NameFilter groups, Map<String, ?> login) {
        Map<String, String> settings = new TreeMap<>();
        login.forEach((key, value) -> settings.put(key, String.valueOf(value)));
        settings.remove("bootstrap.servers");
        return new ClusterConfig(
                "lab",
                lab.lab().bootstrapServers(),
                Duration.ofSeconds(1),
                NameFilter.all(),
                groups,
                new ClientProperties(settings),
                new OffsetsTopicConfig(Reading.AUTO, topic, start));
    }

    /** A reader that has begun. */
    OffsetsTopicReader read(String topic, Start start, FakeSink sink, States states) {
        return read(config(topic, start), sink, states);
    }

    OffsetsTopicReader read(ClusterConfig config, FakeSink sink, States states) {
        OffsetsTopicReader reader = new OffsetsTopicReader(config, sink, states, Clock.systemUTC());
        reader.start();
        return reader;
    }

    void createTopic(String name, int partitions, int replicas, Map<String, String> settings) {
        get(admin.createTopics(List.of(new NewTopic(name, partitions, (short) replicas).configs(settings)))
                .all());
        await(() -> answers(admin.describeTopics(List.of(name)).allTopicNames()));
    }

    TopicDescription describe(String topic) {
        return Objects.requireNonNull(
                get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
    }

    void deleteTopic(String name) {
        get(admin.deleteTopics(List.of(name)).all());
        await(() -> !get(admin.listTopics().names()).contains(name));
    }

    void commit(String group, String topic, Map<Integer, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        offsets.forEach((partition, offset) ->
                commits.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
        get(admin.alterConsumerGroupOffsets(group, commits).all());
    }

    /** A record of an offsets topic that is a copy, written as it is. */
    void write(String topic, int partition, ByteBuffer key, @Nullable ByteBuffer value) {
        write(List.of(new ProducerRecord<>(topic, partition, key, value)));
    }

    void write(List<ProducerRecord<ByteBuffer, ByteBuffer>> records) {
        Map<String, Object> settings = new HashMap<>(client);
        // Brokers let nobody else write to internal topics.
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "__admin_client");
        // A broker that hangs must not hold up what others would take.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 25_000);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<ByteBuffer, ByteBuffer> producer =
                new KafkaProducer<>(settings, new ByteBufferSerializer(), new ByteBufferSerializer())) {
            records.forEach(record -> sent.add(producer.send(record)));
            sent.forEach(OffsetsLab::get);
        }
    }

    /** A consumer that commits to a group, by the protocol {@code classic} or {@code consumer}. */
    private KafkaConsumer<ByteBuffer, ByteBuffer> newMember(String group, String protocol, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        KafkaConsumer<ByteBuffer, ByteBuffer> consumer =
                new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    /** A member that has been given partitions. */
    KafkaConsumer<ByteBuffer, ByteBuffer> member(String group, String protocol, String topic) {
        KafkaConsumer<ByteBuffer, ByteBuffer> member = newMember(group, protocol, topic);
        await(() -> hasPartitions(member));
        return member;
    }

    /** A second member: the first gives up half of what it has. */
    KafkaConsumer<ByteBuffer, ByteBuffer> memberBeside(
            KafkaConsumer<?, ?> first, String group, String protocol, String topic) {
        KafkaConsumer<ByteBuffer, ByteBuffer> member = newMember(group, protocol, topic);
        await(() -> {
            boolean one = hasPartitions(first);
            return hasPartitions(member) && one;
        });
        return member;
    }

    private static boolean hasPartitions(KafkaConsumer<?, ?> member) {
        member.poll(Duration.ofMillis(100));
        return !member.assignment().isEmpty();
    }

    static void commitAll(KafkaConsumer<?, ?> consumer, long offset) {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        consumer.assignment().forEach(partition -> commits.put(partition, new OffsetAndMetadata(offset)));
        consumer.commitSync(commits);
    }

    /** All commits that the topic holds now, read plainly, as {@link FakeSink.Arrival#text()}; tombstones too. */
    List<String> plainly(String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        List<String> commits = new ArrayList<>();
        try (KafkaConsumer<ByteBuffer, ByteBuffer> consumer =
                new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<ByteBuffer, ByteBuffer> record : consumer.poll(Duration.ofMillis(200))) {
                    text(OffsetsRecordDecoder.decode(record.key(), record.value()), commits);
                }
            }
        }
        return commits;
    }

    private static void text(OffsetsRecord record, List<String> into) {
        if (record instanceof OffsetsRecord.Commit commit) {
            into.add(name(commit.key()) + commit.offset());
        } else if (record instanceof OffsetsRecord.CommitDeleted deleted) {
            into.add(name(deleted.key()) + "deleted");
        }
    }

    private static String name(CommitKey key) {
        return key.group() + " " + key.topic() + "-" + key.partition() + " ";
    }

    /** Waits for the condition; fails after a while. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so after " + PATIENCE.toSeconds() + " s");
            }
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static <T> T get(org.apache.kafka.common.KafkaFuture<T> future) {
        return get(future.toCompletionStage().toCompletableFuture());
    }

    static <T> T get(Future<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean answers(org.apache.kafka.common.KafkaFuture<?> future) {
        try {
            future.get(5, TimeUnit.SECONDS);
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
