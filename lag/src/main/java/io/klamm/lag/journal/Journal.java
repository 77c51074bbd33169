package io.klamm.lag.journal;

import io.klamm.model.ClusterSnapshot;
import io.klamm.model.ComponentStatus;
import io.klamm.model.OffsetRange;
import io.klamm.model.commit.CommitSink;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, on a thread of its own, what was told of one cluster.
 *
 * <p>Nobody waits for the disk: with a disk that hangs or is full, cycles are left out and counted, {@link #status} says so, and each cycle tries anew. What
 * {@link #observed} was told before the last {@code fsync} (one after each cycle) outlives a {@code kill -9} and a power cut.
 */
public final class Journal implements AutoCloseable {

    private static final int WAITING_CYCLES = 4;
    private static final int TAPPED_PARTITIONS = 500_000;
    private static final long CLOSE_MILLIS = 2000;

    private final String cluster;
    private final CommitTap tap = new CommitTap(TAPPED_PARTITIONS);
    private final BlockingQueue<List<Entry>> waiting = new ArrayBlockingQueue<>(WAITING_CYCLES);
    private final SegmentedLog log;
    private final JournalRecord record;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /** Touches no disk. */
    public Journal(JournalConfig config, String cluster, Clock clock) {
        this.cluster = cluster;
        this.log = new SegmentedLog(config, clock);
        this.record = new JournalRecord(cluster, clock);
    }

    public synchronized void start() {
        if (thread != null || closed) {
            return;
        }
        thread = new Thread(this::run, "klamm-journal-" + cluster);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes note of commits; what was noted is written with the next cycle. */
    public CommitSink commits() {
        return tap;
    }

    /** Takes note of how many records can be read in a range. */
    public void counted(OffsetRange range, long records) {
        tap.note(new Entry.Counted(range, records));
    }

    /** To be called with each snapshot. Returns at once. */
    public void observed(ClusterSnapshot snapshot) {
        List<Entry> entries = new ArrayList<>(tap.take());
        entries.add(new Entry.Cycle(snapshot));
        if (!waiting.offer(entries)) {
            record.leftOut();
        }
    }

    /** What the journal says of itself; never blocks. */
    public ComponentStatus status() {
        return record.status(tap.dropped());
    }

    /** Writes what waits, and ends; takes 2 s at most. Safe to call twice. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread == null) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        try (log) {
            while (!closed || !waiting.isEmpty()) {
                List<Entry> entries = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (entries != null) {
                    write(entries);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            record.failed(e);
        }
    }

    private void write(List<Entry> entries) {
        long began = System.nanoTime();
        Optional<IOException> error = log.append(entries);
        if (error.isPresent()) {
            record.failed(error.get());
        } else {
            record.written(System.nanoTime() - began, log.bytes());
        }
    }
}
