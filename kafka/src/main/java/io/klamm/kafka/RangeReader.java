package io.klamm.kafka;

import io.klamm.kafka.RangeOutcome.Counted;
import io.klamm.kafka.RangeOutcome.Failed;
import io.klamm.kafka.RangeOutcome.Unfinished;
import io.klamm.model.ComponentStatus;
import io.klamm.model.OffsetRange;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers how many records a consumer which reads committed records only could read in a range of offsets: it tells transaction markers, aborted records and what
 * compaction has taken from data, which no offset can.
 *
 * <p>Questions are answered one after the other, on a thread of its own, {@code klamm-ranges-CLUSTER}, each within {@value #LIMIT_SECONDS} s and some 2 MB, by a
 * consumer of no group. A question that cannot be answered is not: it may be asked again. A topic that may not be read rests for 5 minutes, the partitions of a broker
 * that does not answer for 30 s.
 */
public final class RangeReader implements AutoCloseable {

    /** Records of a range are counted up to here; so many are data for sure. */
    public static final int LIMIT = 100;

    private static final Logger log = LoggerFactory.getLogger(RangeReader.class);
    private static final int LIMIT_SECONDS = 5;
    private static final int MOST_QUESTIONS = 1_000;
    private static final Duration DENIED = Duration.ofMinutes(5);
    private static final Duration WITHOUT_CLIENT = Duration.ofSeconds(5);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final ClusterConfig config;
    private final RangeListener listener;
    private final RangeQuestions questions = new RangeQuestions(MOST_QUESTIONS);
    private final RangeClient client;
    private final RangeRecord record;
    private final RangeCounter counter = new RangeCounter(new Resting<>(System::nanoTime));
    private final Resting<String> topics = new Resting<>(System::nanoTime);
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** Connects to nothing. */
    public RangeReader(ClusterConfig config, RangeListener listener, Clock clock) {
        this.config = config;
        this.listener = listener;
        this.client = new RangeClient(config);
        this.record = new RangeRecord(config.name(), clock);
    }

    /** Begins to answer; connects to the brokers with the first question. */
    public synchronized void start() {
        if (thread != null || closed.getCount() == 0) {
            return;
        }
        thread = new Thread(this::run, "klamm-ranges-" + config.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks, and returns at once. A question that waits already is not asked twice; of too many the oldest are dropped, and counted. */
    public void ask(List<OffsetRange> ranges) {
        questions.add(ranges);
    }

    /** What the reader says of itself; never blocks. */
    public ComponentStatus status() {
        return record.status(questions);
    }

    /** Forgets all questions and ends; returns after 2 s at the latest. Safe to call twice. */
    @Override
    public synchronized void close() {
        closed.countDown();
        questions.close();
        if (thread == null) {
            return;
        }
        client.wakeUp();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
            thread.interrupt();
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                Optional<OffsetRange> question = questions.take();
                if (question.isPresent()) {
                    answer(question.get());
                }
            }
        } catch (InterruptedException | InterruptException | WakeupException e) {
            log.debug("{}: the range reader was asked to end", config.name());
        } finally {
            client.discard();
        }
    }

    private void answer(OffsetRange range) throws InterruptedException {
        if (topics.rests(range.partition().topic())) {
            record.passedOver();
            return;
        }
        long began = System.nanoTime();
        try {
            Deadline deadline = new Deadline(System::nanoTime, Duration.ofSeconds(LIMIT_SECONDS));
            take(range, counter.count(client.consumer(), range, deadline), began);
        } catch (ReadFailedException e) {
            failed(range, e.kind(), String.valueOf(e.getMessage()), began);
            closed.await(WITHOUT_CLIENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, the next question must be answered. Its text may hold anything, so only its kind is told.
            client.discard();
            failed(
                    range,
                    e.getClass().getSimpleName(),
                    "unexpected: " + e.getClass().getName(),
                    began);
        }
    }

    private void take(OffsetRange range, RangeOutcome outcome, long began) {
        if (outcome instanceof Counted counted) {
            record.answered(since(began), topics.size());
            tell(counted);
        } else if (outcome instanceof Unfinished unfinished) {
            record.unfinished(about(range, unfinished.why()), since(began), topics.size());
        } else if (outcome instanceof Failed failed) {
            refused(range, failed.error(), began);
        }
    }

    private void refused(OffsetRange range, RuntimeException error, long began) {
        String topic = range.partition().topic();
        String reason = config.client().withoutSecrets(Advice.reason(error));
        if (error instanceof TopicAuthorizationException denied
                && denied.unauthorizedTopics().contains(topic)) {
            topics.rest(topic, DENIED);
            reason += " (missing right: " + Advice.missingRight("Read", error, false) + ")";
        } else if (!Advice.unanswered(error)) {
            client.discard();
        }
        failed(range, error.getClass().getSimpleName(), reason, began);
    }

    private void failed(OffsetRange range, String kind, String reason, long began) {
        String message = about(range, reason);
        if (record.failed(kind, message, since(began), topics.size())) {
            log.warn("{}: {}", config.name(), message);
        }
    }

    private static String about(OffsetRange range, String reason) {
        return "records of " + range.partition() + ": " + reason;
    }

    /** A listener that fails is none of the cluster's business. */
    private void tell(Counted counted) {
        try {
            listener.counted(counted.range(), counted.records());
        } catch (RuntimeException e) {
            log.error("{}: a listener failed", config.name(), e);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
