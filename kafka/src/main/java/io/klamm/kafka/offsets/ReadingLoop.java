package io.klamm.kafka.offsets;

import io.klamm.kafka.ClusterClients;
import io.klamm.kafka.OffsetsTopicConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step after the other: asks what has become of the topic, reads, says how it fares. An error ends what is under way and the next try begins anew from where the reading
 * had come. For one thread.
 */
final class ReadingLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OffsetsTopicReader.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Beside another reading that has something to do. */
    private static final Duration NO_PAUSE = Duration.ZERO;

    private static final long SWEEP_NANOS = TimeUnit.MINUTES.toNanos(5);

    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Until then a new reading may yet be refused by the partitions' leaders. */
    private static final long PROOF_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final ClusterClients clients;
    private final OffsetsTopicConfig config;
    private final CommitKeys keys;
    private final CommitFeed feed;
    private final ReadingRecord record;
    private final Clock clock;
    private final TopicPlan plan;
    private final TopicWatch watch;
    private final Backoff backoff = new Backoff();
    private @Nullable PartitionReading live;
    private @Nullable PartitionReading past;
    private Optional<OffsetsState> problem = Optional.empty();
    private boolean unanswered;
    private long openedAt;
    private long recordsAt = System.nanoTime();
    private long sweptAt = System.nanoTime();

    ReadingLoop(
            ClusterClients clients,
            OffsetsTopicConfig config,
            CommitKeys keys,
            CommitFeed feed,
            ReadingRecord record,
            Clock clock) {
        this.clients = clients;
        this.config = config;
        this.keys = keys;
        this.feed = feed;
        this.record = record;
        this.clock = clock;
        this.plan = new TopicPlan(config.start());
        this.watch = new TopicWatch(clients, config.topic());
    }

    /** Takes a fifth of a second, or as long as the sink makes it wait; whatever Kafka does, it returns. */
    void step() throws InterruptedException {
        try {
            inquire();
            read();
        } catch (InterruptException e) {
            throw new InterruptedException("the reading was ended");
        } catch (RuntimeException | LinkageError e) {
            failed(e);
        }
        record.state(problem.orElseGet(plan::state));
        if (live == null) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private void inquire() {
        if (watch.due()) {
            watch.ask(plan.question(clock.instant()));
        }
        try {
            Optional<TopicAnswer> answer = watch.answer();
            unanswered &= answer.isEmpty();
            answer.ifPresent(this::answered);
        } catch (CompletionException e) {
            notAnswered(e);
        }
    }

    private void answered(TopicAnswer answer) {
        plan.apply(answer);
        open();
        watch.again(plan.complete());
    }

    /** While records come, brokers are well enough; one that hangs must not end the reading from the others. */
    private void notAnswered(CompletionException error) {
        OffsetsState found = Problem.of(error, config.topic(), clients);
        if (live == null || !(found instanceof OffsetsState.Failed)) {
            throw error;
        }
        unanswered = true;
        if (System.nanoTime() - recordsAt > SILENCE_NANOS) {
            problem = Optional.of(found);
        }
        record.failed(found, error);
        watch.close();
        watch.in(backoff.next());
    }

    private void open() {
        PartitionReading reading = live;
        if (reading == null) {
            reading = new PartitionReading(clients, config.topic(), plan.live(), false);
            live = reading;
            openedAt = System.nanoTime();
        }
        reading.assign();
        if (past == null && !plan.past().unfinished().isEmpty()) {
            past = new PartitionReading(clients, config.topic(), plan.past(), true);
        }
        if (past != null) {
            past.assign();
        }
    }

    private void read() {
        boolean behind = past != null && past.busy();
        if (live != null && live.busy()) {
            readLive(live, behind ? NO_PAUSE : PAUSE);
        }
        if (past != null) {
            readPast(past);
        }
        sweep();
    }

    private void readLive(PartitionReading reading, Duration pause) {
        try {
            int count = reading.poll(pause, feed, plan.orders());
            record.read(count, keys, plan);
            proven(count);
        } catch (OffsetOutOfRangeException e) {
            Map<TopicPartition, OffsetAndMetadata> changed =
                    e instanceof LogTruncationException truncated ? truncated.divergentOffsets() : Map.of();
            e.offsetOutOfRangePartitions().forEach((partition, position) -> {
                OffsetAndMetadata from = changed.get(partition);
                lose(reading, partition, position, from == null ? position : from.offset());
            });
        }
    }

    private void lose(PartitionReading reading, TopicPartition partition, long position, long changedFrom) {
        log.info(
                "{}: offset {} cannot be read (its log begins later, or has changed from {} on)",
                partition,
                position,
                changedFrom);
        plan.lose(partition.partition(), position, changedFrom);
        record.lost();
        reading.assign();
        watch.in(0);
    }

    /** What is gone of the past is gone. */
    private void readPast(PartitionReading reading) {
        try {
            reading.poll(PAUSE.dividedBy(4), feed, plan.orders());
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().keySet().forEach(partition -> plan.past()
                    .remove(partition.partition()));
            reading.assign();
        }
        if (!reading.busy()) {
            reading.close();
            past = null;
        }
    }

    private void proven(int count) {
        long now = System.nanoTime();
        if (count > 0) {
            recordsAt = now;
        }
        if (count > 0 || (!unanswered && now - openedAt > PROOF_NANOS)) {
            problem = Optional.empty();
            backoff.reset();
        }
    }

    private void sweep() {
        if (System.nanoTime() - sweptAt > SWEEP_NANOS) {
            keys.sweep();
            sweptAt = System.nanoTime();
        }
    }

    private void failed(Throwable error) {
        OffsetsState found = Problem.of(error, config.topic(), clients);
        if (found instanceof OffsetsState.Absent) {
            plan.absent();
        }
        problem = Optional.of(found);
        record.failed(found, error);
        close();
        watch.in(backoff.next());
    }

    /** Ends all that is under way; the next step begins anew. Takes back an interrupt, with which no consumer can be closed in peace. */
    @Override
    public void close() {
        Thread.interrupted();
        watch.close();
        end(live);
        live = null;
        end(past);
        past = null;
    }

    /** What a consumer of no group still wants to say when it ends is of no use to us. */
    private void end(@Nullable PartitionReading reading) {
        try {
            if (reading != null) {
                reading.close();
            }
        } catch (KafkaException e) {
            record.failed(Problem.of(e, config.topic(), clients), e);
        }
    }
}
