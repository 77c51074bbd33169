package io.klamm.lag.series;

import java.util.Arrays;

/**
 * The commits of one group on one partition, thinned by time: at most {@value #SLOTS} of them stand for the whole window, however often the group commits.
 *
 * <p>A slot is opened at most every {@code spacing}, which grows with the stretch that the slots cover; commits in between move the newest slot. A step back is
 * never thinned away: the commit before it and the lowest after it keep slots of their own. Not for use by several threads.
 */
public final class CommitWindow {

    /** Slots, at most. */
    public static final int SLOTS = 16;

    private static final int FIRST_SLOTS = 2;
    private static final int FIRST_SPACING = 500;
    private static final int SLOTS_A_SPACING = 3;
    private static final float NEWEST_GAP_COUNTS = 0.125f;

    /** Offset, time, offset, time ..., oldest first. */
    private long[] slots = new long[2 * FIRST_SLOTS];

    private int size;
    private int spacing = FIRST_SPACING;
    private int inSpacing;
    private long openedAt;
    private long sameSince;
    private int same;
    private int seen;
    private float gap;

    /**
     * Adds the newest commit, in constant time and nearly always without allocation.
     *
     * @param time milliseconds; where it lies before the commit before it (clocks of two brokers differ), it counts as equal
     * @param longest the stretch in milliseconds that the slots need to cover
     */
    public void add(long offset, long time, int longest) {
        seen++;
        if (size == 0) {
            open(offset, time);
            sameSince = time;
            same = 1;
            return;
        }
        long before = offset(size - 1);
        long at = Math.max(time, time(size - 1));
        noteRhythm(offset, at, before);
        if (at - openedAt >= spacing) {
            makeRoom(longest);
            open(offset, at);
        } else if (offset < before && !stepBack(size - 1)) {
            keepPeak(offset, at, longest);
        } else {
            set(size - 1, offset, at);
        }
    }

    private void noteRhythm(long offset, long at, long before) {
        float step = at - time(size - 1);
        gap = seen == 2 ? step : gap + (step - gap) * NEWEST_GAP_COUNTS;
        if (offset == before) {
            same++;
        } else {
            same = 1;
            sameSince = at;
        }
    }

    /** The slot before a step back stays, unless steps back come faster than slots may: then the higher of two such peaks stays. */
    private void keepPeak(long offset, long at, int longest) {
        if (inSpacing < SLOTS_A_SPACING) {
            makeRoom(longest);
            put(offset, at);
            inSpacing++;
            return;
        }
        if (offset(size - 1) > offset(size - 2)) {
            set(size - 2, offset(size - 1), time(size - 1));
        }
        set(size - 1, offset, at);
    }

    private void open(long offset, long time) {
        put(offset, time);
        openedAt = time;
        inSpacing = 1;
    }

    private void put(long offset, long time) {
        size++;
        set(size - 1, offset, time);
    }

    private void makeRoom(int longest) {
        if (2 * size < slots.length) {
            return;
        }
        if (size < SLOTS) {
            slots = Arrays.copyOf(slots, 2 * Math.min(SLOTS, 2 * size));
            return;
        }
        if (time(size - 1) - time(0) < longest && spacing < longest / SLOTS) {
            spacing *= 2;
            thin();
        }
        if (size == SLOTS) {
            System.arraycopy(slots, 2, slots, 0, 2 * (size - 1));
            size--;
        }
    }

    /** Leaves out every second slot, but none on either side of a step back. */
    private void thin() {
        int kept = 1;
        for (int slot = 1; slot < size; slot++) {
            boolean shape = slot == size - 1 || stepBack(slot) || stepBack(slot + 1);
            if (shape || slot % 2 == 0) {
                set(kept, offset(slot), time(slot));
                kept++;
            }
        }
        size = kept;
    }

    private boolean stepBack(int slot) {
        return slot > 0 && offset(slot) < offset(slot - 1);
    }

    /** Leaves nothing but the newest commit: what was before it is of another log. */
    public void forgetAllButNewest() {
        if (size > 1) {
            set(0, offset(size - 1), time(size - 1));
            size = 1;
        }
        inSpacing = size;
        seen = Math.min(seen, 1);
        same = Math.min(same, 1);
        gap = 0;
    }

    /** Leaves nothing. */
    public void clear() {
        size = 0;
        seen = 0;
        same = 0;
        gap = 0;
        spacing = FIRST_SPACING;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The newest committed offset, -1 where there is none. */
    public long newestOffset() {
        return size == 0 ? -1 : offset(size - 1);
    }

    /** When it was committed, in milliseconds; the smallest number where there is none. */
    public long newestTime() {
        return size == 0 ? Long.MIN_VALUE : time(size - 1);
    }

    /** A copy that changes no more. */
    public CommitSeries copy() {
        return new CommitSeries(Arrays.copyOf(slots, 2 * size), seen, same, sameSince, (long) gap, spacing);
    }

    private long offset(int slot) {
        return slots[2 * slot];
    }

    private long time(int slot) {
        return slots[2 * slot + 1];
    }

    private void set(int slot, long offset, long time) {
        slots[2 * slot] = offset;
        slots[2 * slot + 1] = time;
    }
}
