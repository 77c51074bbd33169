package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A member of a group that is slow on purpose: it takes its time over every message, commits each second, and is never thrown out of its group for being
 * slow. Runs in a thread of its own, {@code klamm-consume-GROUP}.
 */
public final class SlowConsumer implements AutoCloseable {

    private static final int SLOW_FETCH_BYTES = 16_384;

    private final Worker worker;

    private SlowConsumer(Worker worker) {
        this.worker = worker;
    }

    /**
     * Begins to read.
     *
     * @param client settings of the client; {@code bootstrap.servers} is a must
     * @param listener told once a second, and once more at the end
     * @throws LabException where the topic does not exist or no broker answers
     */
    public static SlowConsumer start(Map<String, ?> client, ConsumerPlan plan, Consumer<ConsumerProgress> listener) {
        Map<String, Object> settings = new ClientSettings(client, plan.topic())
                .with(ConsumerConfig.CLIENT_ID_CONFIG, "klamm-consume")
                .with(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, plan.fromBeginning() ? "earliest" : "latest")
                .with(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, messagesInHand(plan.processTime()))
                .with(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, bytesInHand(plan.processTime()))
                .all();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, plan.group());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, plan.protocol().label());
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, plan.readCommitted() ? "read_committed" : "read_uncommitted");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        KafkaConsumer<byte[], byte[]> consumer = ClientSettings.create(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        Worker worker = new Worker(
                "klamm-consume-" + plan.group(), self -> new SlowReading(consumer, plan, listener, self).run());
        worker.start();
        return new SlowConsumer(worker);
    }

    /** Whether the consumer has ended in time, which it does only by itself when it fails: then throws {@link LabException}. */
    public boolean await(Duration atMost) {
        return worker.await(atMost);
    }

    /** Commits what was processed and leaves the group. Safe to call twice. */
    @Override
    public void close() {
        worker.close();
    }

    /** Little for a slow reader: it must not spend minutes on one partition before it turns to the next. */
    private static int bytesInHand(Duration processTime) {
        return processTime.compareTo(Duration.ofMillis(1)) < 0
                ? ConsumerConfig.DEFAULT_MAX_PARTITION_FETCH_BYTES
                : SLOW_FETCH_BYTES;
    }

    /** About a second's work, so that a rebalance costs little. */
    private static int messagesInHand(Duration processTime) {
        long nanos = Math.max(1, processTime.toNanos());
        return (int) Math.max(1, Math.min(500, 1_000_000_000 / nanos));
    }
}
