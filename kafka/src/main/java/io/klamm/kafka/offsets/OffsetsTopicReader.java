package io.klamm.kafka.offsets;

import io.klamm.kafka.ClusterClients;
import io.klamm.kafka.ClusterConfig;
import io.klamm.model.ComponentStatus;
import io.klamm.model.commit.CommitSink;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the offsets topic of one cluster, on a thread of its own, and hands every commit to a {@link CommitSink}: first what the configuration asks for of the time
 * before the start, then each commit as it is made.
 *
 * <p>It commits nothing and belongs to no group. The sink's slowness is passed on to Kafka; nothing is dropped. The order of a commit grows with every commit of a
 * group on a partition, also when the topic is made again, cut off or given more partitions. Whatever happens is told as an {@link OffsetsState}, and it tries again: nothing but
 * {@link #close} ends the reading.
 */
public final class OffsetsTopicReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OffsetsTopicReader.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    /** Keys of commits (a group on a partition) that are remembered: some 130 bytes each. */
    private static final int MOST_KEYS = 2_000_000;

    private final ClusterConfig config;
    private final CommitSink sink;
    private final Clock clock;
    private final RecordCounts counts = new RecordCounts();
    private final ReadingRecord record;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /** Connects to nothing. */
    public OffsetsTopicReader(ClusterConfig config, CommitSink sink, OffsetsListener listener, Clock clock) {
        this.config = config;
        this.sink = sink;
        this.clock = clock;
        this.record = new ReadingRecord(config.name(), counts, listener, clock);
    }

    /** Begins to read; whether the configuration wants that is for the caller to know. */
    public synchronized void start() {
        if (thread != null || closed) {
            return;
        }
        thread = new Thread(this::run, "klamm-offsets-" + config.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** How the reading fares now; never blocks. */
    public OffsetsState state() {
        return record.state();
    }

    /** What the reader says of itself; never blocks. Unreadable records are among the errors, by kind. */
    public ComponentStatus status() {
        return record.status();
    }

    /** Ends the reading; returns after 2 s at the latest. Safe to call twice. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        CommitKeys keys = new CommitKeys(sink, config.groups(), MOST_KEYS, new SecureRandom().nextLong());
        CommitFeed feed = new CommitFeed(sink, keys, counts);
        ClusterClients clients = new ClusterClients(config);
        try (ReadingLoop loop = new ReadingLoop(clients, config.offsetsTopic(), keys, feed, record, clock)) {
            while (!closed) {
                loop.step();
            }
        } catch (InterruptedException e) {
            log.debug("{}: the reader of the offsets topic was interrupted", config.name());
        }
    }
}
