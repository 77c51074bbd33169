package io.klamm.tsdb.head;

import io.klamm.model.series.Labels;
import io.klamm.storage.ChunkCursor;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Series;
import io.klamm.storage.StorageException;
import io.klamm.tsdb.chunk.Presence;
import io.klamm.tsdb.chunk.TimeColumn;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A series of the head as it was when somebody looked, in a span of time: what it refers to does not change any more. Belongs to the thread of its querier. */
final class HeadView implements Series {

    private static final Column[] NO_COLUMNS = new Column[0];
    private static final long[] NO_NUMBERS = new long[0];

    private final Labels labels;
    private final long from;
    private final long to;
    private final HeadScratch scratch;

    private final Column[] columns;
    private final long[] places;
    private final byte[] tail;
    private final int tailCount;
    private final int baseRow;
    private final double baseValue;
    private final long[] lineTimes;
    private final int lineFirstRow;
    private final long tailFirst;
    private final long tailLast;
    private final long @Nullable [] lateTimes;
    private final double @Nullable [] lateValues;
    private final long @Nullable [] deleted;
    private final @Nullable String group;
    private final boolean mixed;

    /** A view on a series, under the head's lock. */
    HeadView(HeadSeries series, long from, long to, HeadScratch scratch) {
        this(series, from, to, series.deleted, scratch);
    }

    /** A view that has the deleted samples too. */
    static HeadView withDeleted(HeadSeries series, long from, long to, HeadScratch scratch) {
        return new HeadView(series, from, to, null, scratch);
    }

    private HeadView(HeadSeries series, long from, long to, long @Nullable [] deleted, HeadScratch scratch) {
        this.labels = series.labels;
        this.from = from;
        this.to = to;
        this.scratch = scratch;
        Column[] sealed = series.columns;
        long[] sealedPlaces = series.places;
        this.columns = sealed == null ? NO_COLUMNS : sealed;
        this.places = sealedPlaces == null ? NO_NUMBERS : sealedPlaces;
        this.tail = series.tail;
        this.tailCount = series.tailCount;
        this.baseRow = series.baseRow;
        this.baseValue = series.baseValue;
        Timeline line = series.timeline;
        if (line != null && tailCount > 0) {
            this.lineTimes = line.times();
            this.lineFirstRow = line.firstRow();
            this.tailFirst = line.time(baseRow + 1);
            this.tailLast = line.time(series.lastRow);
        } else {
            this.lineTimes = NO_NUMBERS;
            this.lineFirstRow = 0;
            this.tailFirst = Long.MAX_VALUE;
            this.tailLast = Long.MIN_VALUE;
        }
        this.group = line != null ? line.group() : columns.length > 0 ? columns[columns.length - 1].group() : null;
        Late late = series.late;
        if (late != null && late.firstTime() <= to && late.lastTime() >= from) {
            this.lateTimes = late.copyTimes();
            this.lateValues = late.copyValues();
        } else {
            this.lateTimes = null;
            this.lateValues = null;
        }
        this.deleted = deleted;
        this.mixed = deleted != null || lateTimes != null || hasLateColumn();
    }

    private boolean hasLateColumn() {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].late() && overlaps(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean overlaps(int column) {
        return columns[column].times().last() >= from && columns[column].times().first() <= to;
    }

    /** Whether a series may have samples in a span, judged cheaply, under the head's lock. */
    static boolean mayReach(HeadSeries series, long from, long to) {
        Late late = series.late;
        long last = late == null ? series.lastTime : Math.max(series.lastTime, late.lastTime());
        return last >= from && firstTime(series) <= to;
    }

    /** A time that no sample of a series is before; under the head's lock. */
    static long firstTime(HeadSeries series) {
        long first = series.tailCount > 0 ? series.tailFirstTime() : Long.MAX_VALUE;
        Column[] columns = series.columns;
        for (int i = 0; columns != null && i < columns.length; i++) {
            first = Math.min(first, columns[i].times().first());
        }
        Late late = series.late;
        return late == null ? first : Math.min(first, late.firstTime());
    }

    /** As {@link #firstTime}, of the samples from a time on; {@link Long#MAX_VALUE} if there are none. */
    static long timeFrom(HeadSeries series, long time) {
        long next = Long.MAX_VALUE;
        if (series.tailCount > 0 && series.line().time(series.lastRow) >= time) {
            Timeline line = series.line();
            next = line.time(Math.max(series.baseRow + 1, line.rowAtOrAfter(time)));
        }
        Column[] columns = series.columns;
        for (int i = 0; columns != null && i < columns.length; i++) {
            if (columns[i].times().last() >= time) {
                next = Math.min(next, Math.max(time, columns[i].times().first()));
            }
        }
        Late late = series.late;
        return late == null || late.lastTime() < time ? next : Math.min(next, Math.max(time, late.firstTime()));
    }

    @Override
    public Labels labels() {
        return labels;
    }

    /** The group whose rows the times are likely to be; null if there is none. */
    @Nullable
    String group() {
        return group;
    }

    @Override
    public ChunkCursor chunks() {
        return new HeadCursor(this);
    }

    @Override
    public void read(SampleBuffer into) {
        if (mixed) {
            readMixed(into);
            return;
        }
        for (int i = 0; i < columns.length; i++) {
            readColumn(i, into);
        }
        readTail(into);
    }

    /** Whether samples are deleted, or some came late: then chunks overlap, and all samples must be read to know what any of them has. */
    boolean isMixed() {
        return mixed;
    }

    /** How many sealed chunks there are, the tail not counted. */
    int sealed() {
        return columns.length;
    }

    /** Puts the samples of a sealed chunk behind those of the buffer. */
    void readColumn(int index, SampleBuffer into) {
        if (!overlaps(index)) {
            return;
        }
        int size = into.size();
        try {
            scratch.chunks.read(columns[index], places[index], from, to, into);
        } catch (StorageException e) {
            into.truncate(size);
            scratch.damaged(e.getMessage() + " (its samples are left out)");
        }
    }

    /** Puts the samples of the tail behind those of the buffer. */
    void readTail(SampleBuffer into) {
        if (tailCount == 0 || tailFirst > to || tailLast < from) {
            return;
        }
        DecodedTail decoded = scratch.tail;
        decoded.read(tail, tailCount, baseRow, baseValue);
        int size = into.size();
        into.ensure(tailCount);
        long[] times = into.times();
        for (int i = 0; i < tailCount; i++) {
            times[size + i] = lineTimes[decoded.row(i) - lineFirstRow];
        }
        System.arraycopy(decoded.values(), 0, into.values(), size, tailCount);
        into.grow(tailCount);
        Spans.clip(into, size, from, to);
    }

    /** Puts all samples, in order and each time once, behind those of the buffer: where two have the same time, the one that came in order. */
    void readMixed(SampleBuffer into) {
        SampleBuffer inOrder = scratch.some;
        SampleBuffer late = scratch.more;
        inOrder.clear();
        late.clear();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].late()) {
                SampleBuffer one = new SampleBuffer();
                readColumn(i, one);
                mergeLate(one);
            } else {
                readColumn(i, inOrder);
            }
        }
        readTail(inOrder);
        long[] times = lateTimes;
        double[] values = lateValues;
        if (times != null && values != null) {
            SampleBuffer one = new SampleBuffer(times.length);
            for (int i = 0; i < times.length; i++) {
                one.add(times[i], values[i]);
            }
            Spans.clip(one, 0, from, to);
            mergeLate(one);
        }
        Merging.merge(inOrder, late, deleted, into);
    }

    private void mergeLate(SampleBuffer one) {
        SampleBuffer both = new SampleBuffer(scratch.more.size() + one.size());
        Merging.merge(scratch.more, one, null, both);
        scratch.more.clear();
        for (int i = 0; i < both.size(); i++) {
            scratch.more.add(both.time(i), both.value(i));
        }
    }

    /** Whether there is a sample in the span. */
    boolean hasSamples() {
        if (deleted == null && hasCheaply()) {
            return true;
        }
        SampleBuffer found = new SampleBuffer();
        read(found);
        return found.size() > 0;
    }

    private boolean hasCheaply() {
        return within(tailFirst) || within(tailLast) || hasLate() || hasSealed();
    }

    private boolean hasLate() {
        return lateTimes != null && Arrays.stream(lateTimes).anyMatch(this::within);
    }

    /** Whether a sealed chunk begins or ends in the span, or has a value in every row. */
    private boolean hasSealed() {
        for (int i = 0; i < columns.length; i++) {
            if (overlaps(i) && hasSealed(columns[i], places[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSealed(Column column, long place) {
        TimeColumn times = column.times();
        try {
            Presence presence = scratch.chunks.open(column, place);
            if (presence == null) {
                return within(times.time(Math.min(times.size() - 1, times.rowAtOrAfter(from))));
            }
            return within(times.time(presence.first())) || within(times.time(presence.last()));
        } catch (StorageException e) {
            return false;
        }
    }

    private boolean within(long time) {
        return time >= from && time <= to;
    }
}
