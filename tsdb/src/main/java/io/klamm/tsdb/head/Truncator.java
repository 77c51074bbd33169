package io.klamm.tsdb.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Takes out of the head what is in blocks, and the series that have nothing left. For the maintenance thread. */
final class Truncator {

    private static final int PORTION = 256;

    private final HeadState state;
    private final ChunkFiles files;
    private final DecodedTail scratch = new DecodedTail();
    private MutableRoaringBitmap removedBefore = new MutableRoaringBitmap();

    Truncator(HeadState state, ChunkFiles files) {
        this.state = state;
        this.files = files;
    }

    /** Removes all samples before a time. */
    void removeBefore(long time) {
        state.lock.writeLock().lock();
        try {
            state.removedBefore = Math.max(state.removedBefore, time);
        } finally {
            state.lock.writeLock().unlock();
        }
        HeadSeries[] all = state.all();
        MutableRoaringBitmap removed = new MutableRoaringBitmap();
        each(all, series -> {
            removeBefore(series, time);
            if (series.isEmpty()) {
                evict(series, removed);
            }
        });
        forget(removed);
        dropRows(all);
        files.removeBefore(time);
    }

    private void each(HeadSeries[] all, Consumer<HeadSeries> action) {
        Lock write = state.lock.writeLock();
        for (int from = 0; from < all.length; from += PORTION) {
            List<HeadSeries> portion = Arrays.asList(all).subList(from, Math.min(all.length, from + PORTION));
            state.commits.lock();
            write.lock();
            try {
                portion.forEach(action);
            } finally {
                write.unlock();
                state.commits.unlock();
            }
        }
    }

    private void removeBefore(HeadSeries series, long time) {
        removeColumns(series, column -> column.times().last() < time);
        if (series.tailCount > 0 && series.tailFirstTime() < time) {
            scratch.read(series);
            series.trim(scratch.atOrAfter(series.line().rowAtOrAfter(time)), scratch);
        }
        Late late = series.late;
        if (late != null) {
            late.removeBefore(time);
            series.late = late.size() == 0 ? null : late;
        }
        long[] deleted = series.deleted;
        if (deleted != null) {
            series.deleted = Intervals.from(deleted, time);
            if (series.deleted == null) {
                state.deletions.remove(series);
            }
        }
    }

    private static void removeColumns(HeadSeries series, Predicate<Column> unwanted) {
        Column[] columns = series.columns;
        long[] places = series.places;
        if (columns == null || places == null) {
            return;
        }
        int kept = 0;
        Column[] keptColumns = new Column[columns.length];
        long[] keptPlaces = new long[columns.length];
        for (int i = 0; i < columns.length; i++) {
            if (!unwanted.test(columns[i])) {
                keptColumns[kept] = columns[i];
                keptPlaces[kept++] = places[i];
            }
        }
        if (kept < columns.length) {
            series.columns = kept == 0 ? null : Arrays.copyOf(keptColumns, kept);
            series.places = kept == 0 ? null : Arrays.copyOf(keptPlaces, kept);
        }
    }

    private void evict(HeadSeries series, MutableRoaringBitmap removed) {
        series.evicted = true;
        series.deleted = null;
        state.deletions.remove(series);
        state.remove(series);
        removed.add(series.id);
    }

    /** Numbers are given to new series only a round later, so that no reader finds another series under one that it has just looked up. */
    private void forget(MutableRoaringBitmap removed) {
        state.index.reuse(removedBefore);
        removedBefore = removed;
        if (!removed.isEmpty()) {
            state.index.remove(removed);
            state.seriesCount.addAndGet(-removed.getCardinality());
            state.counters.seriesRemoved.add(removed.getCardinality());
            state.removals.incrementAndGet();
        }
    }

    private void dropRows(HeadSeries[] all) {
        Map<Timeline, List<HeadSeries>> lines = new HashMap<>();
        Portions.each(all, state.lock.readLock(), PORTION * 16, series -> {
            Timeline line = series.timeline;
            if (line != null && !series.evicted) {
                lines.computeIfAbsent(line, key -> new ArrayList<>()).add(series);
            }
        });
        lines.forEach((line, series) -> {
            state.lock.writeLock().lock();
            try {
                line.dropBefore(Math.min(SealPlan.firstRow(line, series), line.endRow() - 1));
            } finally {
                state.lock.writeLock().unlock();
            }
        });
    }

    /** Gives up chunks whose files could not be saved. Who is reading them goes on doing so. */
    void removeChunks(Set<ChunkFile> dropped) {
        HeadSeries[] all = state.all();
        each(
                all,
                series -> removeColumns(series, column -> {
                    boolean lost = dropped.contains(column.file());
                    if (lost) {
                        state.counters.samplesDropped.add(column.times().size());
                    }
                    return lost;
                }));
    }
}
