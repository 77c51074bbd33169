package io.klamm.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The consumer that ranges are read with, made when it is first needed: a member of no group, which commits nothing and reads little at a time.
 *
 * <p>For one thread, but for {@link #wakeUp}.
 */
final class RangeClient {

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);
    private static final int FETCH_BYTES = 64 * 1024;
    private static final int FETCH_WAIT_MILLIS = 100;

    private static final Map<String, Object> DEFAULTS = Map.of(
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            3_000,
            ConsumerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
            1_000L,
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            30_000L,
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            1_000L);

    /** What the counting depends on, whatever the user says. */
    private static final Map<String, Object> FIXED = Map.of(
            ConsumerConfig.CLIENT_ID_CONFIG,
            "klamm-ranges",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            RangeReader.LIMIT,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            FETCH_BYTES,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            FETCH_BYTES,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            FETCH_WAIT_MILLIS,
            CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG,
            false);

    private static final List<String> MEMBERSHIP = List.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG);

    private final ClusterConfig config;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    RangeClient(ClusterConfig config) {
        this.config = config;
    }

    /** @throws ReadFailedException when the client cannot be made */
    Consumer<byte[], byte[]> consumer() {
        Consumer<byte[], byte[]> present = consumer;
        if (present == null) {
            present = create();
            consumer = present;
        }
        return present;
    }

    /** Ends what the consumer is at, from any thread. */
    void wakeUp() {
        Consumer<byte[], byte[]> present = consumer;
        if (present != null) {
            present.wakeup();
        }
    }

    /** Ends the consumer; the next one reads key stores and looks up names anew. */
    void discard() {
        Consumer<byte[], byte[]> present = consumer;
        consumer = null;
        if (present != null) {
            present.close(CloseOptions.timeout(CLOSE_LIMIT));
        }
    }

    private Consumer<byte[], byte[]> create() {
        if (ListenerProbe.concerns(config.client())) {
            ListenerProbe.complaint(config.bootstrapServers()).ifPresent(complaint -> {
                throw new ReadFailedException("WrongProtocol", complaint);
            });
        }
        try {
            return new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException | IllegalArgumentException e) {
            throw ReadFailedException.of(config, e);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(DEFAULTS);
        settings.putAll(config.client().forClientOf(config.bootstrapServers()));
        settings.keySet().removeAll(MEMBERSHIP);
        settings.putAll(FIXED);
        return settings;
    }
}
