package io.klamm.kafka.offsets;

import io.klamm.kafka.ClusterClients;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/**
 * Reads partitions of the offsets topic from where their {@link Progress} stands, and moves it on. Commits of transactions are taken when they are written, since a
 * transaction that hangs would else hide all commits behind it. For one thread.
 */
final class PartitionReading implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);
    private static final int MEGABYTE = 1 << 20;

    private final String topic;
    private final Progress progress;
    private final boolean past;
    private final KafkaConsumer<ByteBuffer, ByteBuffer> consumer;
    private final Set<TopicPartition> assigned = new HashSet<>();

    /** @param past whether to end at the goals */
    PartitionReading(ClusterClients clients, String topic, Progress progress, boolean past) {
        this.topic = topic;
        this.progress = progress;
        this.past = past;
        this.consumer = clients.consumer(settings(), new ByteBufferDeserializer(), new ByteBufferDeserializer());
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "klamm-offsets");
        settings.put(
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                GroupProtocol.CLASSIC.name().toLowerCase(Locale.ROOT));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.EXCLUDE_INTERNAL_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 8_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * MEGABYTE);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MEGABYTE);
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        return settings;
    }

    /** Reads what the progress holds now: partitions that are new from where they stand, those that are gone no more. */
    void assign() {
        Set<Integer> wanted = past ? progress.unfinished() : progress.partitions();
        Set<TopicPartition> partitions = wanted.stream()
                .map(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toSet());
        if (partitions.equals(assigned)) {
            return;
        }
        consumer.assign(partitions);
        Map<Integer, Long> positions = progress.positions();
        for (TopicPartition partition : partitions) {
            if (!assigned.contains(partition)) {
                consumer.seek(partition, positions.getOrDefault(partition.partition(), 0L));
            }
        }
        assigned.clear();
        assigned.addAll(partitions);
    }

    /** Whether there is something to read. */
    boolean busy() {
        return !assigned.isEmpty();
    }

    /**
     * Reads once, and waits so long at most for records; returns how many came. Kafka's exceptions pass.
     *
     * @param orders of the partitions; ignored for the past, which comes before all
     */
    int poll(Duration limit, CommitFeed feed, Orders orders) {
        ConsumerRecords<ByteBuffer, ByteBuffer> records = consumer.poll(limit);
        for (TopicPartition partition : records.partitions()) {
            long raise = past ? 0 : orders.raiseOf(partition.partition());
            take(records.records(partition), feed, raise, past ? progress.goal(partition.partition()) : Long.MAX_VALUE);
        }
        feed.flush();
        records.nextOffsets().forEach((partition, next) -> progress.advance(partition.partition(), next.offset()));
        if (past) {
            assign();
        }
        return records.count();
    }

    private void take(List<ConsumerRecord<ByteBuffer, ByteBuffer>> records, CommitFeed feed, long raise, long goal) {
        for (ConsumerRecord<ByteBuffer, ByteBuffer> record : records) {
            if (record.offset() >= goal) {
                return;
            }
            feed.take(record, record.offset() + raise, past);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
}
