package io.klamm.lag.burrow;

/**
 * The numbers of some commits, five of each, in one array, so that a commit costs no object. They are kept as distances from numbers near to them, which take half
 * the room; where one lies too far away for that (4 bytes), all of the array are kept whole.
 */
final class CommitSlots {

    private static final int WIDTH = 5;
    private static final int OFFSET = 0;
    private static final int ORDER = 1;
    private static final int TIME = 2;
    private static final int OBSERVED = 3;
    private static final int LAG = 4;

    private int[] words;
    /** Whether a number takes two words, and stands for itself. */
    private boolean wide;
    /** Slots from here on were never written. */
    private int written;

    private long baseOffset;
    private long baseOrder;
    private long baseTime;
    private long baseLag;

    CommitSlots(int room) {
        words = new int[room * WIDTH];
    }

    /** As empty as a new one. */
    private CommitSlots(int room, boolean wide, long offset, long order, long timeMillis, long lag) {
        this.words = new int[room * (wide ? 2 * WIDTH : WIDTH)];
        this.wide = wide;
        this.baseOffset = offset;
        this.baseOrder = order;
        this.baseTime = timeMillis;
        this.baseLag = lag;
    }

    /** How many commits there is room for. */
    int room() {
        return wide ? words.length / (2 * WIDTH) : words.length / WIDTH;
    }

    long offset(int slot) {
        return wide ? whole(slot, OFFSET) : baseOffset + words[slot * WIDTH + OFFSET];
    }

    long order(int slot) {
        return wide ? whole(slot, ORDER) : baseOrder + words[slot * WIDTH + ORDER];
    }

    long timeMillis(int slot) {
        return wide ? whole(slot, TIME) : baseTime + words[slot * WIDTH + TIME];
    }

    long observedMillis(int slot) {
        return wide ? whole(slot, OBSERVED) : baseTime + words[slot * WIDTH + OBSERVED];
    }

    long lag(int slot) {
        return wide ? whole(slot, LAG) : baseLag + words[slot * WIDTH + LAG];
    }

    private long whole(int slot, int column) {
        int at = 2 * (slot * WIDTH + column);
        return ((long) words[at] << Integer.SIZE) | (words[at + 1] & 0xffff_ffffL);
    }

    /** In nearly all calls without allocation. */
    void write(int slot, long offset, long order, long timeMillis, long observedMillis, long lag) {
        if (wide) {
            if (slot == 0 && allNear(slot, offset, order, timeMillis, observedMillis, lag)) {
                moveBase(slot, false, offset, order, timeMillis, lag);
            }
        } else if (!near(offset, order, timeMillis, observedMillis, lag)) {
            boolean narrow = allNear(slot, offset, order, timeMillis, observedMillis, lag);
            moveBase(slot, !narrow, offset, order, timeMillis, lag);
        }
        put(slot, offset, order, timeMillis, observedMillis, lag);
        written = Math.max(written, slot + 1);
    }

    private boolean near(long offset, long order, long timeMillis, long observedMillis, long lag) {
        return near(offset, baseOffset)
                && near(order, baseOrder)
                && near(timeMillis, baseTime)
                && near(observedMillis, baseTime)
                && near(lag, baseLag);
    }

    /** An overflow does no harm: what is added to the base gives the number back. */
    private static boolean near(long number, long base) {
        return number - base == (int) (number - base);
    }

    /** Whether all but one slot, and the commit that is to be written there, are near to that commit. */
    private boolean allNear(int but, long offset, long order, long timeMillis, long observedMillis, long lag) {
        boolean near = near(observedMillis, timeMillis);
        for (int slot = 0; near && slot < written; slot++) {
            near = slot == but
                    || (near(offset(slot), offset)
                            && near(order(slot), order)
                            && near(timeMillis(slot), timeMillis)
                            && near(observedMillis(slot), timeMillis)
                            && near(lag(slot), lag));
        }
        return near;
    }

    private void moveBase(int but, boolean toWide, long offset, long order, long timeMillis, long lag) {
        CommitSlots moved = new CommitSlots(room(), toWide, offset, order, timeMillis, lag);
        for (int slot = 0; slot < written; slot++) {
            if (slot != but) {
                moved.copy(this, slot, slot);
            }
        }
        words = moved.words;
        wide = toWide;
        baseOffset = offset;
        baseOrder = order;
        baseTime = timeMillis;
        baseLag = lag;
    }

    private void put(int slot, long offset, long order, long timeMillis, long observedMillis, long lag) {
        if (wide) {
            putWhole(slot, OFFSET, offset);
            putWhole(slot, ORDER, order);
            putWhole(slot, TIME, timeMillis);
            putWhole(slot, OBSERVED, observedMillis);
            putWhole(slot, LAG, lag);
            return;
        }
        int at = slot * WIDTH;
        words[at + OFFSET] = (int) (offset - baseOffset);
        words[at + ORDER] = (int) (order - baseOrder);
        words[at + TIME] = (int) (timeMillis - baseTime);
        words[at + OBSERVED] = (int) (observedMillis - baseTime);
        words[at + LAG] = (int) (lag - baseLag);
    }

    private void putWhole(int slot, int column, long number) {
        int at = 2 * (slot * WIDTH + column);
        words[at] = (int) (number >> Integer.SIZE);
        words[at + 1] = (int) number;
    }

    private void copy(CommitSlots other, int from, int to) {
        put(
                to,
                other.offset(from),
                other.order(from),
                other.timeMillis(from),
                other.observedMillis(from),
                other.lag(from));
    }

    /** Moves one within the array. */
    void move(int from, int to) {
        copy(this, from, to);
        written = Math.max(written, to + 1);
    }

    /**
     * The same commits with more room behind them.
     *
     * @param first the slot of the commit that comes to the beginning; those before it come to the end of what was full
     */
    CommitSlots grown(int first, int room) {
        CommitSlots grown = new CommitSlots(room, wide, baseOffset, baseOrder, baseTime, baseLag);
        for (int slot = 0; slot < written; slot++) {
            grown.copy(this, (first + slot) % written, slot);
        }
        grown.written = written;
        return grown;
    }
}
