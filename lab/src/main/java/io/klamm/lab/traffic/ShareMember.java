package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A member of a share group, which reads a topic with the others message by message; in a thread of its own, {@code klamm-share-GROUP}. */
public final class ShareMember implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(3);

    private final AtomicLong consumed = new AtomicLong();
    private final Worker worker;

    private ShareMember(ShareConsumer<byte[], byte[]> consumer, String topic, String group) {
        this.worker = new Worker("klamm-share-" + group, self -> run(self, consumer, topic));
    }

    /** Begins to read what is written from now on; throws {@link LabException} where the topic does not exist or no broker answers. */
    public static ShareMember start(Map<String, ?> client, String topic, String group) {
        Map<String, Object> settings = new ClientSettings(client, topic)
                .with(ConsumerConfig.CLIENT_ID_CONFIG, "klamm-share")
                .all();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        ShareMember member = new ShareMember(
                ClientSettings.create(() ->
                        new KafkaShareConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())),
                topic,
                group);
        member.worker.start();
        return member;
    }

    /** Messages that this member was given and accepted. */
    public long consumed() {
        return consumed.get();
    }

    /** Whether the member has ended in time, which it does only by itself when it fails: then throws {@link LabException}. */
    public boolean await(Duration atMost) {
        return worker.await(atMost);
    }

    /** Accepts what is in hand and leaves the group. Safe to call twice. */
    @Override
    public void close() {
        worker.close();
    }

    private void run(Worker self, ShareConsumer<byte[], byte[]> consumer, String topic) throws InterruptedException {
        try {
            consumer.subscribe(List.of(topic));
            while (!self.stopping()) {
                step(self, consumer, topic);
            }
        } catch (InterruptException e) {
            throw new InterruptedException("asked to stop");
        } finally {
            consumer.close(LEAVE_LIMIT);
        }
    }

    private void step(Worker self, ShareConsumer<byte[], byte[]> consumer, String topic) throws InterruptedException {
        try {
            // Asking for more accepts what was given before.
            consumed.addAndGet(consumer.poll(POLL).count());
        } catch (RetriableException e) {
            self.idle(POLL.toNanos());
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new LabException("sharing '" + topic + "': " + e.getMessage(), e);
        }
    }
}
