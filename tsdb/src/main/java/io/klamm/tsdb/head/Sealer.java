package io.klamm.tsdb.head;

import io.klamm.tsdb.chunk.Presence;
import io.klamm.tsdb.chunk.TimeColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns tails into chunks and writes these into files, so that the log need not be kept for them nor read again. Series are looked at and changed in portions, the work between
 * is done without a lock. For the maintenance thread.
 */
final class Sealer {

    private static final int PORTION = 256;
    private static final LateTimes NO_TIMES = new LateTimes(new long[0]);

    private final HeadState state;
    private final ChunkFiles files;
    private final ChunkFileWriter writer = new ChunkFileWriter();
    private final DecodedTail tail = new DecodedTail();
    private final List<Sealed> sealed = new ArrayList<>();
    private int[] rows = new int[256];

    /** A chunk in the file that is being built. */
    private record NewChunk(TimeColumn times, @Nullable String group, long place) {}

    /**
     * What became of one series.
     *
     * @param line the timeline of its tail; null if its late samples were sealed
     * @param samples how many of the tail's first samples are in the chunks
     * @param lateTimes the times of the late samples that are in the chunks
     */
    private record Sealed(
            HeadSeries series, @Nullable Timeline line, int samples, LateTimes lateTimes, List<NewChunk> chunks) {}

    /** Times of late samples, sorted. */
    private static final class LateTimes {
        final long[] times;

        LateTimes(long[] times) {
            this.times = times;
        }
    }

    Sealer(HeadState state, ChunkFiles files) {
        this.state = state;
        this.files = files;
    }

    /**
     * Seals timelines that have enough rows or old ones, and with them those that soon would.
     *
     * @param everything whether all rows of all timelines are sealed
     * @return the first segment of the log that is needed for what is not sealed
     */
    long seal(boolean everything) {
        long segment = state.log().segment();
        HeadSeries[] all = state.all();
        Map<Timeline, List<HeadSeries>> lines = byTimeline(all);
        List<SealPlan> plans = plans(lines, everything);
        boolean lateDue = everything || lateDue(all);
        if (!plans.isEmpty() || lateDue) {
            roll();
            plans.forEach(this::seal);
            sealLate(all);
            endFile();
            plans.forEach(this::dropRows);
        }
        forgetLines(lines.keySet());
        return files.allSaved() ? Math.min(segment, neededSegment(all)) : 0;
    }

    private void roll() {
        state.commits.lock();
        try {
            state.log().roll();
        } finally {
            state.commits.unlock();
        }
    }

    private Map<Timeline, List<HeadSeries>> byTimeline(HeadSeries[] all) {
        Map<Timeline, List<HeadSeries>> lines = new HashMap<>();
        Portions.each(all, state.lock.readLock(), PORTION * 16, series -> {
            Timeline line = series.timeline;
            if (line != null && !series.evicted) {
                lines.computeIfAbsent(line, key -> new ArrayList<>()).add(series);
            }
        });
        return lines;
    }

    private List<SealPlan> plans(Map<Timeline, List<HeadSeries>> lines, boolean everything) {
        List<SealPlan> plans = new ArrayList<>();
        state.lock.readLock().lock();
        try {
            boolean due = everything;
            for (Map.Entry<Timeline, List<HeadSeries>> line : lines.entrySet()) {
                due = due || isDue(line.getKey(), line.getValue(), 1);
            }
            if (due) {
                lines.forEach((line, series) -> plan(line, series, everything, plans));
            }
        } finally {
            state.lock.readLock().unlock();
        }
        return plans;
    }

    private void plan(Timeline line, List<HeadSeries> series, boolean everything, List<SealPlan> plans) {
        if (line.isEmpty() || (!everything && !isDue(line, series, 2))) {
            return;
        }
        SealPlan plan = SealPlan.of(
                line,
                series,
                everything ? line.endRow() : completeRows(line),
                2 * state.settings.sealRows(),
                state.settings.blockRange().toMillis());
        if (!plan.pieces().isEmpty()) {
            plans.add(plan);
        }
    }

    /** Whether a timeline has at least the wanted number of rows, or rows of the wanted age, divided by so much. */
    private boolean isDue(Timeline line, List<HeadSeries> series, int part) {
        int first = SealPlan.firstRow(line, series);
        int complete = completeRows(line);
        if (complete <= first) {
            return false;
        }
        long age = state.now() - line.time(first);
        return complete - first >= state.settings.sealRows() / part
                || age >= state.settings.sealAge().toMillis() / part;
    }

    /** The row after those that get no more values: the last row of a shared timeline may still, unless its writer has gone. */
    private int completeRows(Timeline line) {
        if (line.isEmpty()) {
            return line.endRow();
        }
        boolean gone = state.now() - line.lastTime() > state.settings.sealAge().toMillis() / 2;
        return line.group() == null || gone ? line.endRow() : line.endRow() - 1;
    }

    private boolean lateDue(HeadSeries[] all) {
        long old = state.log().segment() - 2;
        boolean[] due = new boolean[1];
        Portions.each(all, state.lock.readLock(), PORTION * 16, series -> {
            Late late = series.late;
            due[0] |= late != null && (late.size() >= state.settings.sealRows() || late.segment() <= old);
        });
        return due[0];
    }

    private void seal(SealPlan plan) {
        for (HeadSeries series : plan.series()) {
            if (read(series, plan.line())) {
                sealTail(series, plan);
            }
            endFileIfFull();
        }
    }

    private boolean read(HeadSeries series, Timeline line) {
        byte[] bytes;
        int count;
        int baseRow;
        double baseValue;
        state.lock.readLock().lock();
        try {
            if (series.timeline != line || series.evicted) {
                return false;
            }
            bytes = series.tail;
            count = series.tailCount;
            baseRow = series.baseRow;
            baseValue = series.baseValue;
        } finally {
            state.lock.readLock().unlock();
        }
        tail.read(bytes, count, baseRow, baseValue);
        return count > 0;
    }

    private void sealTail(HeadSeries series, SealPlan plan) {
        String group = plan.line().group();
        List<NewChunk> chunks = new ArrayList<>(plan.pieces().size());
        for (SealPlan.Piece piece : plan.pieces()) {
            int from = tail.atOrAfter(piece.fromRow());
            int to = tail.atOrAfter(piece.toRow());
            if (from < to) {
                long place = writer.put(
                        series, piece.times(), group, false, presence(piece, from, to), tail.values(), from, to - from);
                chunks.add(new NewChunk(piece.times(), group, place));
            }
        }
        sealed.add(new Sealed(series, plan.line(), tail.atOrAfter(plan.cutRow()), NO_TIMES, chunks));
    }

    private @Nullable Presence presence(SealPlan.Piece piece, int from, int to) {
        int count = to - from;
        int all = piece.toRow() - piece.fromRow();
        if (count == all) {
            return null;
        }
        if (count > rows.length) {
            rows = new int[2 * count];
        }
        for (int i = 0; i < count; i++) {
            rows[i] = tail.row(from + i) - piece.fromRow();
        }
        return Presence.of(all, rows, count);
    }

    private void sealLate(HeadSeries[] all) {
        for (HeadSeries series : all) {
            if (series.late != null) {
                sealLate(series);
                endFileIfFull();
            }
        }
    }

    private void sealLate(HeadSeries series) {
        long[] times;
        double[] values;
        state.lock.readLock().lock();
        try {
            Late late = series.late;
            if (late == null || series.evicted) {
                return;
            }
            times = late.copyTimes();
            values = late.copyValues();
        } finally {
            state.lock.readLock().unlock();
        }
        List<NewChunk> chunks = new ArrayList<>();
        int most = 2 * state.settings.sealRows();
        for (SealPlan.Piece piece :
                SealPlan.piecesOf(times, most, state.settings.blockRange().toMillis())) {
            int count = piece.toRow() - piece.fromRow();
            long place = writer.put(series, piece.times(), null, true, null, values, piece.fromRow(), count);
            chunks.add(new NewChunk(piece.times(), null, place));
        }
        sealed.add(new Sealed(series, null, 0, new LateTimes(times), chunks));
    }

    private void endFileIfFull() {
        if (writer.isFull()) {
            endFile();
        }
    }

    /** Writes the file, and lets the series have their chunks there instead of in their tails. */
    private void endFile() {
        if (writer.isEmpty()) {
            return;
        }
        ChunkFileWriter.Finished finished = files.add(writer);
        Map<TimeColumn, Column> columns = new HashMap<>();
        Portions.each(sealed, state.lock.writeLock(), PORTION, made -> take(made, finished, columns));
        sealed.clear();
    }

    private void take(Sealed made, ChunkFileWriter.Finished finished, Map<TimeColumn, Column> columns) {
        HeadSeries series = made.series();
        boolean late = made.line() == null;
        if (series.evicted || (!late && series.timeline != made.line())) {
            return;
        }
        if (late) {
            removeLate(series, made.lateTimes().times);
        } else {
            series.trim(made.samples(), tail);
        }
        for (NewChunk chunk : made.chunks()) {
            Column column = columns.computeIfAbsent(
                    chunk.times(), times -> new Column(finished.file(), times, chunk.group(), late));
            series.addChunk(column, chunk.place() + finished.shift());
            state.counters.chunksSealed.increment();
        }
    }

    private static void removeLate(HeadSeries series, long[] times) {
        Late late = series.late;
        if (late != null) {
            late.removeAll(times);
            if (late.size() == 0) {
                series.late = null;
            }
        }
    }

    /** Drops the rows that nobody needs, but never the last, which a series may be about to join. */
    private void dropRows(SealPlan plan) {
        state.lock.writeLock().lock();
        try {
            Timeline line = plan.line();
            int needed = Math.min(plan.cutRow(), SealPlan.firstRow(line, plan.series()));
            line.dropBefore(Math.min(needed, line.endRow() - 1));
        } finally {
            state.lock.writeLock().unlock();
        }
    }

    private void forgetLines(Set<Timeline> used) {
        state.commits.lock();
        try {
            long since = state.now() - state.settings.sealAge().toMillis();
            state.writers().forEach(each -> each.forget(used, since));
        } finally {
            state.commits.unlock();
        }
    }

    private long neededSegment(HeadSeries[] all) {
        long[] first = {Long.MAX_VALUE};
        Portions.each(all, state.lock.readLock(), PORTION * 16, series -> {
            Timeline line = series.timeline;
            if (line != null && series.tailCount > 0) {
                first[0] = Math.min(first[0], line.segment(series.baseRow + 1));
            }
            Late late = series.late;
            if (late != null) {
                first[0] = Math.min(first[0], late.segment());
            }
        });
        return first[0];
    }
}
