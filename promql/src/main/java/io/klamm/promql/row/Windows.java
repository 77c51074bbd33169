package io.klamm.promql.row;

/**
 * The stretch of time that each step looks at: from {@code range} milliseconds before its end, without that very moment, up to and with its end.
 *
 * <p>Ends never go back from one step to the next: they move with the steps, or stand still where {@code @} fixes them.
 */
public final class Windows {

    private final Steps steps;
    private final long firstEnd;
    private final long move;
    private final long range;

    private Windows(Steps steps, long firstEnd, long move, long range) {
        this.steps = steps;
        this.firstEnd = firstEnd;
        this.move = move;
        this.range = range;
    }

    /** Windows that end so many milliseconds before their steps. */
    public static Windows moving(Steps steps, long offset, long range) {
        return new Windows(steps, steps.start() - offset, steps.interval(), range);
    }

    /** Windows that all end at one time. */
    public static Windows fixed(Steps steps, long end, long range) {
        return new Windows(steps, end, 0, range);
    }

    public Steps steps() {
        return steps;
    }

    public int count() {
        return steps.count();
    }

    /** Their length in milliseconds. */
    public long range() {
        return range;
    }

    /** The last moment of a step's window, in milliseconds since the epoch. */
    public long end(int step) {
        return firstEnd + step * move;
    }

    /** The earliest time that any window contains. */
    public long earliest() {
        return firstEnd - range + 1;
    }

    /** The latest time that any window contains. */
    public long latest() {
        return end(count() - 1);
    }

    /** The first step whose window ends at this time or later; {@link #count()} if none does. */
    public int firstEndingFrom(long time) {
        if (firstEnd >= time) {
            return 0;
        }
        if (move == 0) {
            return count();
        }
        long step = (time - firstEnd + move - 1) / move;
        return (int) Math.min(step, count());
    }

    /** The first step whose window does not contain a time that is within or before the first window; {@link #count()} if all do. */
    public int firstBeginningFrom(long time) {
        return firstEndingFrom(time + range);
    }

    /**
     * Whether some window contains only a part of what lies between two times, both included: then it has to be looked at sample by sample.
     */
    public boolean cut(long first, long last) {
        return firstEndingFrom(first) != firstEndingFrom(last) || firstBeginningFrom(first) != firstBeginningFrom(last);
    }

    /** Whether any window contains something of what lies between two times, both included. */
    public boolean touch(long first, long last) {
        return firstEndingFrom(first) < firstBeginningFrom(last);
    }
}
