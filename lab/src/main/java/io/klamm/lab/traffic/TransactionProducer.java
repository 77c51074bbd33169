package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages to one topic in transactions, one after the other at a steady pace; in a thread of its own, {@code klamm-transact-TOPIC}. */
public final class TransactionProducer implements AutoCloseable {

    private static final Duration FLUSH_LIMIT = Duration.ofSeconds(5);

    /** After which brokers end a transaction that was left open. */
    private static final int OPEN_LIMIT_MILLIS = 30_000;

    private final TransactionPlan plan;
    private final Consumer<ProducerProgress> listener;
    private final Producer<byte[], byte[]> producer;
    private final Worker worker;
    private final MessageSource source;

    private TransactionProducer(
            TransactionPlan plan, Consumer<ProducerProgress> listener, Producer<byte[], byte[]> producer) {
        this.plan = plan;
        this.listener = listener;
        this.producer = producer;
        this.source = new MessageSource(plan.messages());
        this.worker = new Worker("klamm-transact-" + plan.messages().topic(), this::run);
    }

    /**
     * Begins to send.
     *
     * @param client settings of the client; {@code bootstrap.servers} is a must; without {@code transactional.id} it is one that nobody else has
     * @param listener told after each transaction, and once more at the end; messages of aborted ones count, too
     * @throws LabException where the topic does not exist or no broker answers
     */
    public static TransactionProducer start(
            Map<String, ?> client, TransactionPlan plan, Consumer<ProducerProgress> listener) {
        Map<String, Object> settings = new ClientSettings(
                        client, plan.messages().topic())
                .with(ProducerConfig.CLIENT_ID_CONFIG, "klamm-transact")
                .with(ProducerConfig.ACKS_CONFIG, plan.messages().acks())
                .with(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "klamm-" + UUID.randomUUID())
                .with(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, OPEN_LIMIT_MILLIS)
                .with(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000)
                .all();
        Producer<byte[], byte[]> producer = ClientSettings.create(
                () -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
        TransactionProducer started = new TransactionProducer(plan, listener, producer);
        started.worker.start();
        return started;
    }

    /** Whether all messages are sent and their transactions ended in time; throws {@link LabException} when sending had to be given up. */
    public boolean await(Duration atMost) {
        return worker.await(atMost);
    }

    /** Ends the transaction that is under way, and stops. Safe to call twice. */
    @Override
    public void close() {
        worker.close();
    }

    private void run(Worker self) throws InterruptedException {
        ProducerTally tally = new ProducerTally(System.nanoTime());
        try {
            producer.initTransactions();
            transactions(self, tally);
        } catch (InterruptException e) {
            throw new InterruptedException("asked to stop");
        } catch (KafkaException e) {
            throw new LabException("producing to '" + plan.messages().topic() + "': " + e.getMessage(), e);
        } finally {
            producer.close(FLUSH_LIMIT);
            listener.accept(tally.total());
        }
    }

    private void transactions(Worker self, ProducerTally tally) throws InterruptedException {
        long next = System.nanoTime();
        for (long number = 1; !self.stopping() && left(tally) > 0; number++) {
            transaction(self, tally, number);
            listener.accept(tally.report(System.nanoTime()));
            // Who is late begins anew and does not hurry.
            next = Math.max(System.nanoTime(), next + plan.every().toNanos());
            if (left(tally) > 0) {
                self.idle(next - System.nanoTime());
            }
        }
    }

    private long left(ProducerTally tally) {
        long all = plan.messages().messages();
        return all == 0 ? Long.MAX_VALUE : all - tally.sent();
    }

    private void transaction(Worker self, ProducerTally tally, long number) {
        producer.beginTransaction();
        long records = Math.min(plan.records(), left(tally));
        try {
            for (long record = 0; record < records; record++) {
                sendOne(tally);
            }
            if (!plan.aborts(number)) {
                insist(self, producer::commitTransaction);
                return;
            }
            // What is not at the brokers yet would never come there.
            producer.flush();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            // Something of the transaction could not be sent: the next one may.
            tally.failed(e);
        }
        insist(self, producer::abortTransaction);
    }

    private void sendOne(ProducerTally tally) {
        long begin = System.nanoTime();
        tally.sending(begin);
        Callback answered = (metadata, error) -> tally.answered(error, System.nanoTime() - begin);
        // The callback is told all that the future would tell.
        Future<RecordMetadata> unused = producer.send(source.message(tally.sent() - 1), answered);
    }

    /** What was not answered in time may be asked again, and must be: nothing else ends the transaction. */
    private static void insist(Worker self, Runnable end) {
        while (true) {
            try {
                end.run();
                return;
            } catch (TimeoutException e) {
                if (self.stopping()) {
                    throw e;
                }
            }
        }
    }
}
