package io.klamm.tsdb.head;

import org.jspecify.annotations.Nullable;

/** Gives each sample of a batch its row in a timeline. Guarded by the head's commit lock and write lock. */
final class Placement {

    /** A series that passes over so many rows of its timeline gets one of its own. */
    private static final int SPARSE = 16;

    private final DecodedTail scratch = new DecodedTail();
    private @Nullable Batch batch;
    private @Nullable HeadWriter writer;
    private long segment;
    private @Nullable Timeline lineFound;
    private long lineFoundFor;

    /** Says where the samples that follow come from: a batch, or the log when it is read again. */
    void begin(@Nullable Batch newBatch, HeadWriter newWriter, long newSegment) {
        batch = newBatch;
        writer = newWriter;
        segment = newSegment;
        lineFound = null;
    }

    /** Puts a sample that is newer than its series' newest. */
    void put(HeadSeries series, int index, long time, double value) {
        Timeline line = series.timeline;
        if (line == null || (series.tailCount == 0 && !fits(line, time))) {
            line = choose(index, time);
            series.join(line, line.endRow());
        }
        int row = rowFor(line, time);
        if (series.tailCount > 0 && (row <= series.lastRow || row - series.lastRow > SPARSE)) {
            line = moveToOwn(series);
            row = line.endRow();
        }
        if (row == line.endRow()) {
            line.add(time, segment);
        }
        series.push(row, time, value);
    }

    /** Whether a series without a tail may stay: its timeline is a shared one, and has a row for this time or can get it. */
    private static boolean fits(Timeline line, long time) {
        return line.group() != null && (line.isEmpty() || time >= line.lastTime());
    }

    /** The row of this time, {@link Timeline#endRow} if it would be a new one, or -1. */
    private static int rowFor(Timeline line, long time) {
        if (line.isEmpty() || time > line.lastTime()) {
            return line.endRow();
        }
        return time == line.lastTime() ? line.endRow() - 1 : line.row(time);
    }

    /** The timeline for a series that has none: that of its neighbours in the batch, so that series of one target come together. */
    private Timeline choose(int index, long time) {
        Timeline found = lineFound;
        if (found != null && lineFoundFor == time && fits(found, time)) {
            return found;
        }
        found = ofNeighbours(index, time);
        if (found == null) {
            found = writer().lineOf(time);
            if (found.isEmpty()) {
                found.add(time, segment);
            }
        }
        lineFound = found;
        lineFoundFor = time;
        return found;
    }

    private @Nullable Timeline ofNeighbours(int index, long time) {
        Batch samples = batch;
        for (int i = index + 1; samples != null && i < samples.count && samples.times[i] == time; i++) {
            HeadSeries series = samples.refs[i].series;
            Timeline line = series == null ? null : series.timeline;
            if (line != null && fits(line, time)) {
                return line;
            }
        }
        return null;
    }

    private HeadWriter writer() {
        HeadWriter known = writer;
        if (known == null) {
            throw new IllegalStateException("no writer");
        }
        return known;
    }

    private Timeline moveToOwn(HeadSeries series) {
        Timeline shared = series.line();
        Timeline own = new Timeline(null);
        scratch.read(series);
        for (int i = 0; i < scratch.count(); i++) {
            own.add(shared.time(scratch.row(i)), shared.segment(scratch.row(i)));
        }
        series.moveTo(own, scratch);
        return own;
    }

    /** Puts a sample that is older than its series' newest; false if there is one of its time among the others of that kind. */
    boolean putLate(HeadSeries series, long time, double value) {
        Late late = series.late;
        if (late == null) {
            late = new Late(segment);
            series.late = late;
        }
        return late.add(time, value);
    }
}
