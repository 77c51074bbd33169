package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages to one topic at a rate that it holds, through the loss of brokers too; in a thread of its own, {@code klamm-produce-TOPIC}. */
public final class RateProducer implements AutoCloseable {

    private static final long REPORT_NANOS = 1_000_000_000;
    /** Sleeping for less costs more processor time than it gains in evenness. */
    private static final long SHORTEST_SLEEP_NANOS = 500_000;

    private static final Duration FLUSH_LIMIT = Duration.ofSeconds(5);

    private final ProducerPlan plan;
    private final Consumer<ProducerProgress> listener;
    private final Producer<byte[], byte[]> producer;
    private final Worker worker;

    private RateProducer(ProducerPlan plan, Consumer<ProducerProgress> listener, Producer<byte[], byte[]> producer) {
        this.plan = plan;
        this.listener = listener;
        this.producer = producer;
        this.worker = new Worker("klamm-produce-" + plan.topic(), this::run);
    }

    /**
     * Begins to send.
     *
     * @param client settings of the client; {@code bootstrap.servers} is a must
     * @param listener told once a second, and once more at the end
     * @throws LabException where the topic does not exist or no broker answers
     */
    public static RateProducer start(Map<String, ?> client, ProducerPlan plan, Consumer<ProducerProgress> listener) {
        boolean safest = plan.acks().equals("all") || plan.acks().equals("-1");
        Map<String, Object> settings = new ClientSettings(client, plan.topic())
                .with(ProducerConfig.CLIENT_ID_CONFIG, "klamm-produce")
                .with(ProducerConfig.ACKS_CONFIG, plan.acks())
                .with(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, safest)
                .with(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000)
                .all();
        Producer<byte[], byte[]> producer = ClientSettings.create(
                () -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
        RateProducer started = new RateProducer(plan, listener, producer);
        started.worker.start();
        return started;
    }

    /** Whether all messages are sent and answered in time; throws {@link LabException} when sending had to be given up. */
    public boolean await(Duration atMost) {
        return worker.await(atMost);
    }

    /** Stops sending and waits up to 5 s for the answers that are due. Safe to call twice. */
    @Override
    public void close() {
        worker.close();
    }

    private void run(Worker self) throws InterruptedException {
        long begin = System.nanoTime();
        ProducerTally tally = new ProducerTally(begin);
        try {
            send(self, new SendSchedule(plan.rate(), begin), tally);
            if (!self.stopping()) {
                producer.flush();
            }
        } catch (InterruptException e) {
            throw new InterruptedException("asked to stop");
        } finally {
            producer.close(FLUSH_LIMIT);
            listener.accept(tally.total());
        }
    }

    private void send(Worker self, SendSchedule schedule, ProducerTally tally) throws InterruptedException {
        MessageSource source = new MessageSource(plan);
        long nextReport = System.nanoTime() + REPORT_NANOS;
        while (!self.stopping() && left(tally) > 0) {
            long now = System.nanoTime();
            if (now - nextReport >= 0) {
                listener.accept(tally.report(now));
                nextReport += REPORT_NANOS;
            }
            if (schedule.due(now, tally.sent()) > 0) {
                sendOne(source, tally);
            } else {
                self.idle(Math.max(SHORTEST_SLEEP_NANOS, schedule.untilNext(now, tally.sent())));
            }
        }
    }

    private long left(ProducerTally tally) {
        return plan.messages() == 0 ? Long.MAX_VALUE : plan.messages() - tally.sent();
    }

    /** The client retries; what it gives up is counted. Only a client that is broken itself ends the sending. */
    private void sendOne(MessageSource source, ProducerTally tally) {
        long begin = System.nanoTime();
        tally.sending(begin);
        Callback answered = (metadata, error) -> tally.answered(error, System.nanoTime() - begin);
        try {
            // The callback is told all that the future would tell.
            Future<RecordMetadata> unused = producer.send(source.message(tally.sent() - 1), answered);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new LabException("producing to '" + plan.topic() + "': " + e.getMessage(), e);
        }
    }
}
