package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.index.MemoryIndex;
import io.klamm.tsdb.wal.Wal;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of the head share.
 *
 * <p>Two locks: {@link #commits} lets one batch at a time be applied and logged; {@link #lock} is held for writing while series change, and for reading while
 * somebody looks at several of them, for as short as possible. Whoever needs both takes the first first. Chunk files are made, and series removed, by one maintenance thread.
 */
final class HeadState {

    final HeadSettings settings;
    final Disk disk;
    final Clock clock;
    final MemoryIndex index = new MemoryIndex();
    final HeadCounters counters = new HeadCounters();

    final ReentrantLock commits = new ReentrantLock();
    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** Metric families; {@link #commits} for changes. */
    final Map<String, Metadata> metadata = new ConcurrentHashMap<>();

    /** Series at the moment, and those that open batches will make. */
    final AtomicInteger seriesCount = new AtomicInteger();

    /** Counts how often series were removed, so that appenders know when to look after their references. */
    final AtomicInteger removals = new AtomicInteger();

    /** The newest time of any sample. */
    volatile long newest = Long.MIN_VALUE;

    /** Samples before this are no longer taken. */
    volatile long floor = Long.MIN_VALUE;

    /** Samples before this are read from blocks. */
    volatile long cut = Long.MIN_VALUE;

    /** Samples before this were removed, as they are in blocks. */
    volatile long removedBefore = Long.MIN_VALUE;

    // Guarded by commits.
    private final Map<String, HeadWriter> writers = new HashMap<>();
    final Set<HeadSeries> deletions = new HashSet<>();

    // Guarded by lock.
    private @Nullable HeadSeries[] series = new HeadSeries[256];
    private int limit;

    private volatile @Nullable Wal wal;

    HeadState(HeadSettings settings, Disk disk, Clock clock) {
        this.settings = settings;
        this.disk = disk;
        this.clock = clock;
    }

    void use(Wal log) {
        wal = log;
    }

    Wal log() {
        Wal log = wal;
        if (log == null) {
            throw new IllegalStateException("the head is not open");
        }
        return log;
    }

    /** The writer of a name; under {@link #commits}. */
    HeadWriter writer(String name) {
        HeadWriter writer = writers.get(name);
        if (writer == null) {
            writer = new HeadWriter(writers.size(), name);
            writers.put(name, writer);
        }
        return writer;
    }

    /** All writers; under {@link #commits}. */
    Iterable<HeadWriter> writers() {
        return writers.values();
    }

    /** The series of a number, if there is one; under {@link #lock}. */
    @Nullable
    HeadSeries series(int number) {
        return number < series.length ? series[number] : null;
    }

    /** The series of a number, if there is one; without a lock. */
    @Nullable
    HeadSeries find(int number) {
        lock.readLock().lock();
        try {
            return series(number);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Puts a series in its place; under {@link #lock} for writing. */
    void put(HeadSeries one) {
        if (one.id >= series.length) {
            series = Arrays.copyOf(series, Math.max(one.id + 1, series.length * 2));
        }
        series[one.id] = one;
        limit = Math.max(limit, one.id + 1);
    }

    /** The series of these labels, new or known; under {@link #lock} for writing. */
    HeadSeries findOrCreate(Labels labels) {
        int number = index.add(labels);
        HeadSeries known = series(number);
        if (known != null) {
            return known;
        }
        HeadSeries made = new HeadSeries(number, index.labels(number));
        put(made);
        seriesCount.incrementAndGet();
        counters.seriesCreated.increment();
        return made;
    }

    /** Lets a sample that came after a deletion be seen although its time was deleted; under {@link #commits} and {@link #lock} for writing. */
    void undelete(HeadSeries one, long time) {
        long[] deleted = one.deleted;
        if (deleted != null && Intervals.contains(deleted, time)) {
            one.deleted = Intervals.without(deleted, time);
            if (one.deleted == null) {
                deletions.remove(one);
            }
        }
    }

    /** Empties a series' place; under {@link #lock} for writing. */
    void remove(HeadSeries one) {
        series[one.id] = null;
    }

    /** All series as they are now. */
    HeadSeries[] all() {
        lock.readLock().lock();
        try {
            HeadSeries[] found = new HeadSeries[limit];
            int count = 0;
            for (int i = 0; i < limit; i++) {
                HeadSeries one = series[i];
                if (one != null) {
                    found[count++] = one;
                }
            }
            return Arrays.copyOf(found, count);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The time that ages are counted from: of the newest sample, unless it is of the future. */
    long now() {
        return Math.min(newest, clock.millis());
    }

    /** The oldest time that a sample may have at all. */
    long oldestAccepted() {
        long reference = newest == Long.MIN_VALUE
                ? Long.MIN_VALUE
                : Math.min(newest, clock.millis() + settings.aheadLimit().toMillis());
        long oldest = reference == Long.MIN_VALUE ? reference : reference - settings.acceptMillis();
        return Math.max(oldest, floor);
    }
}
