package io.klamm.lag.burrow;

import io.klamm.model.burrow.BurrowCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Burrow's window of one group on one partition: its newest commits in the order of their records, which need not be that of their times. All in
 * one array, so that a commit costs no object.
 */
final class CommitRing {

    /** The lag of a commit that came late. */
    static final long UNKNOWN_LAG = -1;

    private static final int WIDTH = 5;
    private static final int OFFSET = 0;
    private static final int ORDER = 1;
    private static final int TIME = 2;
    private static final int OBSERVED = 3;
    private static final int LAG = 4;

    private final long[] slots;
    private int head;
    private int size;

    CommitRing(int length) {
        slots = new long[length * WIDTH];
    }

    /** How many commits there is room for. */
    int length() {
        return slots.length / WIDTH;
    }

    int size() {
        return size;
    }

    /** Of the commit at an index from 0, the oldest, to size - 1. */
    long offset(int index) {
        return slots[at(index) + OFFSET];
    }

    long timeMillis(int index) {
        return slots[at(index) + TIME];
    }

    /** Records left to read at the time of the commit, or {@link #UNKNOWN_LAG}. */
    long lag(int index) {
        return slots[at(index) + LAG];
    }

    private long order(int index) {
        return slots[at(index) + ORDER];
    }

    private int at(int index) {
        return (head + index) % length() * WIDTH;
    }

    /** Whether a commit of this order is the newest; if not, it is to be {@linkplain #insert inserted}. */
    boolean newest(long order) {
        return size == 0 || order(size - 1) < order;
    }

    /** Adds the newest commit; the oldest makes room for it. One that is too near in time to the one before takes its place, but not its time. */
    void append(long order, long offset, long timeMillis, long observedMillis, long lag, long minDistanceMillis) {
        if (near(size - 1, timeMillis, minDistanceMillis)) {
            replace(size - 1, order, offset, observedMillis, lag);
            return;
        }
        open(size);
        write(size - 1, order, offset, timeMillis, observedMillis, lag);
    }

    /** Puts a commit that came late where it belongs, its lag unknown. False when it is dropped: known already, or older than a full window. */
    boolean insert(long order, long offset, long timeMillis, long observedMillis, long minDistanceMillis) {
        int behind = lastBefore(order);
        if (behind + 1 < size && order(behind + 1) == order) {
            return false;
        }
        if (behind < 0) {
            return prepend(order, offset, timeMillis, observedMillis);
        }
        if (behind == 0 && size == length()) {
            // Into a full window just behind the oldest: that gives way, whatever the distance.
            write(0, order, offset, timeMillis, observedMillis, UNKNOWN_LAG);
        } else if (near(behind, timeMillis, minDistanceMillis)) {
            replace(behind, order, offset, observedMillis, UNKNOWN_LAG);
        } else {
            int place = open(behind + 1);
            write(place, order, offset, timeMillis, observedMillis, UNKNOWN_LAG);
        }
        return true;
    }

    private boolean prepend(long order, long offset, long timeMillis, long observedMillis) {
        if (size == length()) {
            return false;
        }
        head = (head + length() - 1) % length();
        size++;
        write(0, order, offset, timeMillis, observedMillis, UNKNOWN_LAG);
        return true;
    }

    /** The index of the newest commit that is older, -1 when there is none. */
    private int lastBefore(long order) {
        int index = size - 1;
        while (index >= 0 && order(index) >= order) {
            index--;
        }
        return index;
    }

    /** A commit with an earlier time than the one before is near to it, even where no distance is asked for. */
    private boolean near(int index, long timeMillis, long minDistanceMillis) {
        return index >= 0 && timeMillis - timeMillis(index) < minDistanceMillis;
    }

    /** Makes room at an index, in a full window at the oldest's cost, and says at which index it is then. */
    private int open(int index) {
        for (int i = size; i > index; i--) {
            System.arraycopy(slots, at(i - 1), slots, at(i), WIDTH);
        }
        if (size < length()) {
            size++;
            return index;
        }
        head = (head + 1) % length();
        return index - 1;
    }

    private void replace(int index, long order, long offset, long observedMillis, long lag) {
        write(index, order, offset, timeMillis(index), observedMillis, lag);
    }

    private void write(int index, long order, long offset, long timeMillis, long observedMillis, long lag) {
        int at = at(index);
        slots[at + OFFSET] = offset;
        slots[at + ORDER] = order;
        slots[at + TIME] = timeMillis;
        slots[at + OBSERVED] = observedMillis;
        slots[at + LAG] = lag;
    }

    BurrowCommit commit(int index) {
        int at = at(index);
        OptionalLong lag = slots[at + LAG] == UNKNOWN_LAG ? OptionalLong.empty() : OptionalLong.of(slots[at + LAG]);
        return new BurrowCommit(slots[at + OFFSET], slots[at + ORDER], slots[at + TIME], slots[at + OBSERVED], lag);
    }

    List<BurrowCommit> commits() {
        List<BurrowCommit> commits = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            commits.add(commit(i));
        }
        return commits;
    }
}
