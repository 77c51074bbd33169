package io.klamm.storage.fanout;

import io.klamm.storage.Appender;
import io.klamm.storage.Querier;
import io.klamm.storage.Storage;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;

/**
 * Several stores as one. What the primary says counts: its outcomes, and its samples where another store has one of the same time; if it fails, so does the whole. The secondary ones
 * are asked at the same time, and what they lack or refuse is a warning.
 *
 * <p>Where a cluster keeps the data, the local store is the primary one all the same, as a buffer of the last hours: recent times are answered whatever becomes of the
 * cluster, and older ones by the cluster.
 */
public final class Fanout implements Storage {

    private final Storage primary;
    private final List<Secondary> secondaries;
    private final ExecutorService threads;
    private final LongAdder failedWrites = new LongAdder();

    /**
     * Takes the primary store over, and leaves the others to whom they belong.
     *
     * @param threads on which secondary stores are asked; it stays open
     */
    public Fanout(Storage primary, List<Secondary> secondaries, ExecutorService threads) {
        this.primary = primary;
        this.secondaries = List.copyOf(secondaries);
        this.threads = threads;
    }

    @Override
    public Appender appender(String writer) {
        List<SecondaryAppender> others = secondaries.stream()
                .flatMap(secondary -> secondary.writes().stream())
                .map(writes -> new SecondaryAppender(writes.appender(writer), failedWrites))
                .toList();
        Appender first = primary.appender(writer);
        return others.isEmpty() ? first : new FanoutAppender(first, others);
    }

    @Override
    public Querier querier(long from, long to) {
        Querier first = primary.querier(from, to);
        if (secondaries.isEmpty()) {
            return first;
        }
        List<SecondaryQuerier> others = secondaries.stream()
                .map(secondary -> new SecondaryQuerier(secondary, from, to))
                .toList();
        return new FanoutQuerier(first, others, threads);
    }

    /** Samples and batches that the primary store has and a secondary one that is written to has not. */
    public long failedWrites() {
        return failedWrites.sum();
    }

    /** Closes the primary store. */
    @Override
    public void close() {
        primary.close();
    }
}
