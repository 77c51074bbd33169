package io.klamm.lag.series;

import java.util.Arrays;

/** Commits of one group on one partition as they were kept, oldest first; times in milliseconds. Immutable. */
public final class CommitSeries {

    /** No commit at all. */
    public static final CommitSeries NONE = new CommitSeries(new long[0], 0, 0, 0, 0, 0);

    private final long[] slots;
    private final int seen;
    private final int same;
    private final long sameSince;
    private final long gap;
    private final long spacing;

    CommitSeries(long[] slots, int seen, int same, long sameSince, long gap, long spacing) {
        this.slots = slots;
        this.seen = seen;
        this.same = same;
        this.sameSince = sameSince;
        this.gap = gap;
        this.spacing = spacing;
    }

    public int size() {
        return slots.length / 2;
    }

    public boolean isEmpty() {
        return slots.length == 0;
    }

    public long offset(int index) {
        return slots[2 * index];
    }

    public long time(int index) {
        return slots[2 * index + 1];
    }

    public long newestOffset() {
        return offset(size() - 1);
    }

    public long newestTime() {
        return time(size() - 1);
    }

    /** How many commits were seen, those that were thinned away included. */
    public int seen() {
        return seen;
    }

    /** How many of the newest commits were of the same offset. */
    public int same() {
        return same;
    }

    /** When the first of these was. */
    public long sameSince() {
        return sameSince;
    }

    /** The usual time between two commits: a mean in which the newest count most; 0 where fewer than two were seen. */
    public long usualGap() {
        return gap;
    }

    /**
     * From the kept commit before an index to that at the index, as far as it was a pause: commits in between may have been thinned away, and then the usual gap is more
     * likely.
     */
    public long pause(int index) {
        long apart = time(index) - time(index - 1);
        return apart <= 2 * spacing ? Math.min(apart, gap) : apart;
    }

    /** From the first to the last kept commit. */
    public long span() {
        return isEmpty() ? 0 : newestTime() - time(0);
    }

    /**
     * The commits since a moment; where these are too few, as many as needed from before.
     *
     * @param fewest how many there should be, where there are so many
     * @param oldest no commit from before this, however few there are; but always the newest
     */
    public CommitSeries since(long moment, int fewest, long oldest) {
        int from = size();
        while (from > 0 && (time(from - 1) >= moment || (size() - from < fewest && time(from - 1) >= oldest))) {
            from--;
        }
        from = Math.min(from, Math.max(0, size() - 1));
        return from == 0 ? this : from(from);
    }

    /** The commits from an index on. */
    public CommitSeries from(int index) {
        return new CommitSeries(
                Arrays.copyOfRange(slots, 2 * index, slots.length), seen, same, sameSince, gap, spacing);
    }

    /** How many records were read from the first to the last: steps forward only, so that what is read again counts again. */
    public long read() {
        long sum = 0;
        for (int i = 1; i < size(); i++) {
            sum += Math.max(0, offset(i) - offset(i - 1));
        }
        return sum;
    }
}
