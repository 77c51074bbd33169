package io.klamm.tsdb.head;

import io.klamm.model.series.Metadata;
import io.klamm.storage.Committed;
import io.klamm.storage.Outcome;
import io.klamm.storage.log.LogPosition;
import io.klamm.tsdb.wal.LogEncoder;
import io.klamm.tsdb.wal.SegmentState;
import io.klamm.tsdb.wal.SyncPolicy;
import io.klamm.tsdb.wal.Wal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * Makes batches part of the head: one at a time, first in memory, where readers see all of it at once, then in the log. A log that fails refuses nothing, so the order costs
 * nothing: see RATIONALE.md. Guarded by the head's commit lock.
 */
final class Committer implements SegmentState {

    /** Series are made in portions, so that readers wait only briefly. */
    private static final int PORTION = 512;

    private final HeadState state;
    private final LogEncoder encoder = new LogEncoder();
    private final LogColumns inOrder = new LogColumns();
    private final LogColumns late = new LogColumns();
    private final Placement placement;

    /** Series that were defined with the last batch, and are once more with the next: see RATIONALE.md. */
    private final List<HeadSeries> repeated = new ArrayList<>();

    private int repeatedScope = -1;

    Committer(HeadState state) {
        this.state = state;
        this.placement = new Placement();
    }

    Committed commit(String writerName, Batch batch) {
        Wal wal = state.log();
        int kept;
        boolean logged;
        LogPosition end;
        state.commits.lock();
        try {
            int scope = wal.prepare();
            HeadWriter writer = state.writer(writerName);
            encoder.clear();
            repeatDefinitions(scope);
            create(batch);
            kept = apply(batch, writer, scope, wal.segment());
            encode(batch, writer, scope);
            logged = encoder.isEmpty() || wal.append(encoder);
            end = wal.end();
        } finally {
            state.commits.unlock();
        }
        logged = logged && sync(wal, end);
        count(kept, logged);
        return new Committed(kept, logged);
    }

    private boolean sync(Wal wal, LogPosition end) {
        if (state.settings.log().sync() == SyncPolicy.ALWAYS) {
            return wal.syncTo(end);
        }
        if (wal.crowded()) {
            wal.sync();
        }
        return true;
    }

    private void count(int kept, boolean logged) {
        state.counters.batches.increment();
        state.counters.appended.add(kept);
        if (!logged) {
            state.counters.notLogged.add(kept);
        }
    }

    private void repeatDefinitions(int scope) {
        if (repeatedScope == scope) {
            repeated.forEach(series -> encoder.seriesAgain(series.id, series.labels));
        }
        repeated.clear();
        repeatedScope = scope;
    }

    private void create(Batch batch) {
        int next = nextToCreate(batch, 0);
        while (next < batch.count) {
            state.lock.writeLock().lock();
            try {
                for (int made = 0; made < PORTION && next < batch.count; made++) {
                    batch.refs[next].resolve(state.findOrCreate(batch.refs[next].labels()));
                    next = nextToCreate(batch, next + 1);
                }
            } finally {
                state.lock.writeLock().unlock();
            }
        }
    }

    private static int nextToCreate(Batch batch, int from) {
        int next = from;
        while (next < batch.count && batch.refs[next].isLive()) {
            next++;
        }
        return next;
    }

    private int apply(Batch batch, HeadWriter writer, int scope, long segment) {
        inOrder.clear();
        late.clear();
        placement.begin(batch, writer, segment);
        long newest = state.newest;
        int kept = 0;
        state.lock.writeLock().lock();
        try {
            for (int i = 0; i < batch.count; i++) {
                HeadSeries series = batch.refs[i].series;
                long time = batch.times[i];
                if (series != null && place(series, i, time, batch.values[i])) {
                    kept++;
                    newest = Math.max(newest, time);
                    define(series, scope);
                }
            }
            state.newest = newest;
        } finally {
            state.lock.writeLock().unlock();
        }
        return kept;
    }

    private boolean place(HeadSeries series, int index, long time, double value) {
        if (time < state.floor) {
            state.counters.refuse(Outcome.TOO_OLD);
            return false;
        }
        if (time > series.lastTime) {
            placement.put(series, index, time, value);
            inOrder.add(series.id, time, value);
            return true;
        }
        if (time == series.lastTime || !placement.putLate(series, time, value)) {
            state.counters.refuse(Outcome.SAME);
            return false;
        }
        state.undelete(series, time);
        state.counters.late.increment();
        late.add(series.id, time, value);
        return true;
    }

    private void define(HeadSeries series, int scope) {
        if (series.scope != scope) {
            series.scope = scope;
            encoder.series(series.id, series.labels);
            repeated.add(series);
        }
    }

    private void encode(Batch batch, HeadWriter writer, int scope) {
        if (writer.scope != scope) {
            writer.scope = scope;
            encoder.writer(writer.number, writer.name);
        }
        inOrder.put(encoder, writer.number, false);
        late.put(encoder, writer.number, true);
        for (Map.Entry<String, Metadata> family : batch.metadata.entrySet()) {
            state.metadata.put(family.getKey(), family.getValue());
            encoder.metadata(family.getKey(), family.getValue());
        }
    }

    /** Notes deletions in the series and in the log; under the commit lock. */
    void delete(List<HeadSeries> series, long from, long to) {
        Wal wal = state.log();
        int scope = wal.prepare();
        encoder.clear();
        state.lock.writeLock().lock();
        try {
            for (HeadSeries one : series) {
                long last = one.lastTime;
                Late more = one.late;
                long end = Math.min(to, more == null ? last : Math.max(last, more.lastTime()));
                if (from <= end) {
                    define(one, scope);
                    one.deleted = Intervals.add(one.deleted, from, end);
                    state.deletions.add(one);
                    encoder.delete(one.id, from, end);
                }
            }
        } finally {
            state.lock.writeLock().unlock();
        }
        wal.append(encoder);
    }

    /** Notes in the log that samples before a time are in blocks. */
    void cut(long time) {
        Wal wal = state.log();
        state.commits.lock();
        try {
            wal.prepare();
            encoder.clear();
            encoder.cut(time);
            wal.append(encoder);
        } finally {
            state.commits.unlock();
        }
        wal.sync();
    }

    @Override
    public void begin(LogEncoder into) {
        if (state.cut > Long.MIN_VALUE) {
            into.cut(state.cut);
        }
        for (HeadSeries series : state.deletions) {
            into.series(series.id, series.labels);
        }
        for (HeadSeries series : state.deletions) {
            long[] deleted = series.deleted;
            for (int i = 0; deleted != null && i < deleted.length; i += 2) {
                into.delete(series.id, deleted[i], deleted[i + 1]);
            }
        }
        state.metadata.forEach(into::metadata);
    }

    @Override
    public void define(ImmutableRoaringBitmap series, ImmutableRoaringBitmap writers, LogEncoder into) {
        for (HeadWriter writer : state.writers()) {
            if (writers.contains(writer.number)) {
                into.writer(writer.number, writer.name);
            }
        }
        state.lock.readLock().lock();
        try {
            for (IntIterator numbers = series.getIntIterator(); numbers.hasNext(); ) {
                HeadSeries one = state.series(numbers.next());
                if (one != null) {
                    into.series(one.id, one.labels);
                }
            }
        } finally {
            state.lock.readLock().unlock();
        }
    }
}
