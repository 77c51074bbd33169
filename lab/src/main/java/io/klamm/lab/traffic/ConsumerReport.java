package io.klamm.lab.traffic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Counts what a consumer does and tells its listener each second. For the consumer's thread only. */
final class ConsumerReport {

    private static final long REPORT_NANOS = 1_000_000_000;
    private static final Duration END_OFFSETS_LIMIT = Duration.ofMillis(500);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final Backlog backlog;
    private final Consumer<ConsumerProgress> listener;
    private final long begin = System.nanoTime();
    private long consumed;
    private long errors;
    private Optional<String> lastError = Optional.empty();
    private long reportedAt = begin;
    private long reportedConsumed;
    private OptionalLong lag = OptionalLong.empty();
    private int partitions;

    ConsumerReport(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            Backlog backlog,
            Consumer<ConsumerProgress> listener) {
        this.consumer = consumer;
        this.backlog = backlog;
        this.listener = listener;
    }

    void processed() {
        consumed++;
    }

    void failed(Exception error) {
        errors++;
        lastError = Optional.of(String.valueOf(error.getMessage()));
    }

    void tellIfDue(long nowNanos) {
        if (nowNanos - reportedAt < REPORT_NANOS) {
            return;
        }
        partitions = consumer.assignment().size();
        lag = lag();
        double rate = (consumed - reportedConsumed) * 1e9 / (nowNanos - reportedAt);
        reportedAt = nowNanos;
        reportedConsumed = consumed;
        listener.accept(progress(rate, false));
    }

    void last() {
        long took = Math.max(1, System.nanoTime() - begin);
        listener.accept(progress(consumed * 1e9 / took, true));
    }

    private ConsumerProgress progress(double rate, boolean done) {
        return new ConsumerProgress(consumed, rate, lag, partitions, errors, lastError, done);
    }

    /** Empty while nothing is owned, or a partition's end or own place is not known. */
    private OptionalLong lag() {
        if (partitions == 0) {
            return OptionalLong.empty();
        }
        try {
            long sum = 0;
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), END_OFFSETS_LIMIT);
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                Long next = backlog.next(end.getKey());
                long place = next != null ? next : consumer.position(end.getKey(), END_OFFSETS_LIMIT);
                sum += Math.max(0, end.getValue() - place);
            }
            return OptionalLong.of(sum);
        } catch (org.apache.kafka.common.errors.InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            failed(e);
            return OptionalLong.empty();
        }
    }
}
