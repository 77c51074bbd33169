package io.klamm.lag.series;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The end offset of one partition over time: (offset, time) points, of which the shape is kept, and the time of the newest reading. Immutable; times in
 * milliseconds.
 *
 * <p>Offsets never fall from one point to the next: when the end goes back (the log lost its tail), what was before is forgotten and {@link #truncated} says so.
 * While the end stands still there are two points, and only the time of the second moves.
 */
public final class EndSeries {

    /** Nothing has been read yet. */
    public static final EndSeries NONE = new EndSeries(new long[0], false);

    private final long[] points;
    private final boolean truncated;

    private EndSeries(long[] points, boolean truncated) {
        this.points = points;
        this.truncated = truncated;
    }

    /** With one more reading. A reading that is not later than the newest is passed over. */
    public EndSeries with(long offset, long time) {
        if (isEmpty()) {
            return new EndSeries(new long[] {offset, time}, truncated);
        }
        if (time <= newestTime()) {
            return this;
        }
        if (offset < newestOffset()) {
            return new EndSeries(new long[] {offset, time}, true);
        }
        if (size() > 1 && offset == newestOffset() && offset == offset(size() - 2)) {
            long[] moved = points.clone();
            moved[moved.length - 1] = time;
            return new EndSeries(moved, truncated);
        }
        long[] grown = Arrays.copyOf(points, points.length + 2);
        grown[points.length] = offset;
        grown[points.length + 1] = time;
        return new EndSeries(Shape.prune(grown), truncated);
    }

    /**
     * Without the points that lie before the first offset of the log and a moment, but one: of records that are gone nobody asks when they were written, only how
     * far the end was when others were read.
     */
    public EndSeries from(long logStart, long moment) {
        int first = 0;
        while (first + 1 < size() && offset(first + 1) <= logStart && time(first + 1) <= moment) {
            first++;
        }
        return first == 0 ? this : new EndSeries(Arrays.copyOfRange(points, 2 * first, points.length), truncated);
    }

    public boolean isEmpty() {
        return points.length == 0;
    }

    public int size() {
        return points.length / 2;
    }

    public long offset(int index) {
        return points[2 * index];
    }

    public long time(int index) {
        return points[2 * index + 1];
    }

    public long newestOffset() {
        return offset(size() - 1);
    }

    public long newestTime() {
        return time(size() - 1);
    }

    /** Whether the end has gone back since the first reading. */
    public boolean truncated() {
        return truncated;
    }

    /** The end at a moment, by the line between two readings; after the newest, the newest; empty before the first. */
    public OptionalLong endAt(long time) {
        if (isEmpty() || time < time(0)) {
            return OptionalLong.empty();
        }
        if (time >= newestTime()) {
            return OptionalLong.of(newestOffset());
        }
        int right = 1;
        while (time(right) <= time) {
            right++;
        }
        double share = (double) (time - time(right - 1)) / (time(right) - time(right - 1));
        return OptionalLong.of(offset(right - 1) + Math.round(share * (offset(right) - offset(right - 1))));
    }

    /** The index of the last point at or before the record of an offset was written; -1 where it is older than all, size - 1 where it is not written yet. */
    public int before(long offset) {
        int index = size() - 1;
        while (index >= 0 && offset(index) > offset) {
            index--;
        }
        return index;
    }

    /**
     * When the record of an offset was written, by the line between two readings; empty where it is not written yet. For a record from before the first reading: the
     * time of that.
     */
    public OptionalLong writtenAt(long offset) {
        if (isEmpty() || offset >= newestOffset()) {
            return OptionalLong.empty();
        }
        int left = before(offset);
        if (left < 0) {
            return OptionalLong.of(time(0));
        }
        double share = (double) (offset - offset(left)) / (offset(left + 1) - offset(left));
        return OptionalLong.of(time(left) + Math.round(share * (time(left + 1) - time(left))));
    }

    /** Records written a second, from a moment (or the first reading, if later) to the newest reading; empty with fewer than two readings. */
    public OptionalDouble ratePerSecond(long since) {
        if (size() < 2) {
            return OptionalDouble.empty();
        }
        long from = Math.max(since, time(0));
        long millis = newestTime() - from;
        return millis <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((newestOffset() - endAt(from).orElseThrow()) * 1000.0 / millis);
    }
}
