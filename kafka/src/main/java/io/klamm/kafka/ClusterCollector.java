package io.klamm.kafka;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.ComponentStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one cluster again and again, on a thread and a clock of its own, and publishes each snapshot.
 *
 * <p>Cycles begin at the configured interval and never overlap; one that takes longer makes the next ones fall out. A failing cycle is told to the listener and
 * to {@link #status}, and the next one tries again: nothing but {@link #close} ends the loop.
 */
public final class ClusterCollector implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClusterCollector.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
    private static final int STACK_LINES = 10;

    private final ClusterConfig config;
    private final SnapshotListener listener;
    private final ClusterReader reader;
    private final CycleRecord record;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<ClusterSnapshot> newest = Optional.empty();
    private @Nullable Thread thread;

    /** Connects to nothing. */
    public ClusterCollector(ClusterConfig config, SnapshotListener listener, Clock clock) {
        this.config = config;
        this.listener = listener;
        this.reader = new ClusterReader(config, clock);
        this.record = new CycleRecord(config.name(), clock);
    }

    /** Begins the first cycle at once. */
    public synchronized void start() {
        if (thread != null || closed.getCount() == 0) {
            return;
        }
        config.client().warnings().forEach(warning -> log.warn("{}: {}", config.name(), warning));
        thread = new Thread(this::run, "klamm-kafka-" + config.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** The newest snapshot, however old; empty before the first. Never blocks. */
    public Optional<ClusterSnapshot> newest() {
        return newest;
    }

    /** What the collector says of itself; never blocks. */
    public ComponentStatus status() {
        return record.status(reader.calls());
    }

    /** Ends a cycle that is under way; returns after 2 s at the latest. Safe to call twice. */
    @Override
    public synchronized void close() {
        closed.countDown();
        if (thread == null) {
            reader.close();
            return;
        }
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }

    private void run() {
        long next = System.nanoTime();
        while (closed.getCount() > 0) {
            cycle();
            next = nextTick(next, System.nanoTime(), config.interval().toNanos());
            try {
                if (closed.await(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The first tick after now; ticks that a long cycle has slept through are left out. */
    static long nextTick(long last, long now, long interval) {
        long missed = Math.max(0, (now - last) / interval);
        return last + (missed + 1) * interval;
    }

    private void cycle() {
        long began = System.nanoTime();
        long requestsBefore = reader.requestsSent();
        try {
            ClusterSnapshot snapshot = reader.read();
            boolean news = record.succeeded(snapshot, reader.requestsSent() - requestsBefore);
            newest = Optional.of(snapshot);
            if (news) {
                log.info("{}: {}", config.name(), summary(snapshot));
            }
            tell(told -> told.published(snapshot));
        } catch (ReadFailedException e) {
            failed(e.kind(), String.valueOf(e.getMessage()), began);
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, such as a login module whose jar is missing, the next cycle must come. Its text may hold
            // anything,
            // so only its kind is passed on, and where it comes from is logged.
            log.error(
                    "{}: a cycle ended unexpectedly: {} at {}",
                    config.name(),
                    e.getClass().getName(),
                    List.of(e.getStackTrace()).stream().limit(STACK_LINES).toList());
            failed(e.getClass().getSimpleName(), "unexpected: " + e.getClass().getName() + " (see the log)", began);
        }
    }

    /** A listener that fails is none of the cluster's business. */
    private void tell(Consumer<SnapshotListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            log.error("{}: a listener failed", config.name(), e);
        }
    }

    private void failed(String kind, String message, long began) {
        if (closed.getCount() == 0) {
            return;
        }
        if (record.failed(kind, message, Duration.ofNanos(System.nanoTime() - began))) {
            log.warn("{}: {}", config.name(), message);
        }
        tell(told -> told.failed(message));
    }

    private static String summary(ClusterSnapshot snapshot) {
        StringBuilder text = new StringBuilder("read ")
                .append(snapshot.brokers().size())
                .append(" brokers, ")
                .append(snapshot.topics().size())
                .append(" topics, ")
                .append(snapshot.groups().size())
                .append(" groups in ")
                .append(snapshot.took().toMillis())
                .append(" ms");
        for (CollectionProblem problem : snapshot.problems()) {
            text.append("; ").append(CycleRecord.text(problem));
        }
        return text.toString();
    }
}
