package io.klamm.lab.traffic;

import io.klamm.lab.LabException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The work of a {@link SlowConsumer}, in one thread.
 *
 * <p>However long a message takes, the client is called every half second: with its partitions paused, it answers the group and brings no messages. So the
 * member stays alive for its group, takes part in rebalances at once, and commits.
 */
final class SlowReading implements ConsumerRebalanceListener {

    private static final long ATTENTION_NANOS = 500_000_000;
    private static final long COMMIT_NANOS = 900_000_000;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(3);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final ConsumerPlan plan;
    private final Worker self;
    private final Backlog backlog = new Backlog();
    private final ConsumerReport report;
    private long lastAttention = System.nanoTime();
    private long lastCommit = System.nanoTime();
    private long processedUntil = System.nanoTime();

    SlowReading(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            ConsumerPlan plan,
            Consumer<ConsumerProgress> listener,
            Worker self) {
        this.consumer = consumer;
        this.plan = plan;
        this.self = self;
        this.report = new ConsumerReport(consumer, backlog, listener);
    }

    void run() throws InterruptedException {
        try {
            consumer.subscribe(List.of(plan.topic()), this);
            while (!self.stopping()) {
                step();
            }
        } catch (InterruptException e) {
            throw new InterruptedException("asked to stop");
        } finally {
            leave();
        }
    }

    private void step() throws InterruptedException {
        try {
            if (backlog.isEmpty()) {
                fetch();
            }
            ConsumerRecord<byte[], byte[]> message = backlog.take();
            if (message != null && process(message)) {
                report.processed();
            }
            attend();
        } catch (RetriableException | RebalanceInProgressException e) {
            report.failed(e);
            self.idle(ATTENTION_NANOS);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new LabException("consuming '" + plan.topic() + "': " + e.getMessage(), e);
        }
    }

    private void fetch() {
        consumer.resume(consumer.paused());
        backlog.add(consumer.poll(POLL));
        lastAttention = System.nanoTime();
    }

    /** Whether the message was processed: not, where its partition was lost on the way, or the end came. */
    private boolean process(ConsumerRecord<byte[], byte[]> message) throws InterruptedException {
        long slack = ATTENTION_NANOS / 5;
        long end = Math.max(processedUntil, System.nanoTime() - slack)
                + plan.processTime().toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            self.idle(Math.min(left, ATTENTION_NANOS));
            if (self.stopping()) {
                return false;
            }
            attend();
        }
        processedUntil = end;
        return backlog.processed(message);
    }

    /** What must happen in time, however long a message takes. */
    private void attend() {
        long now = System.nanoTime();
        if (now - lastAttention >= ATTENTION_NANOS) {
            consumer.pause(consumer.assignment());
            backlog.add(consumer.poll(Duration.ZERO));
            lastAttention = now;
        }
        if (now - lastCommit >= COMMIT_NANOS) {
            commit();
            lastCommit = now;
        }
        report.tellIfDue(now);
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = backlog.drainUncommitted();
        if (offsets.isEmpty() && plan.recommit()) {
            offsets = backlog.processed();
        }
        commit(offsets);
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        consumer.commitAsync(offsets, (tried, error) -> {
            if (error != null) {
                backlog.restore(offsets);
                report.failed(error);
            }
        });
    }

    private void commitNow() {
        try {
            consumer.commitSync(backlog.drainUncommitted(), LAST_COMMIT);
        } catch (CommitFailedException | RetriableException | RebalanceInProgressException e) {
            // The next owner reads these messages again: at least once is what a group promises.
            report.failed(e);
        }
    }

    private void leave() {
        try {
            commitNow();
        } finally {
            consumer.close(CloseOptions.timeout(LAST_COMMIT));
            report.last();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (!backlog.isEmpty()) {
            consumer.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commitNow();
        backlog.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        backlog.forget(partitions);
    }
}
