package io.klamm.lag.burrow;

import io.klamm.model.burrow.BurrowCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Burrow's window of one group on one partition: its newest commits in the order of their records, which need not be that of their times. It takes room as commits
 * come, up to its length.
 */
final class CommitRing {

    /** The lag of a commit that came late. */
    static final long UNKNOWN_LAG = -1;

    private static final int FIRST_ROOM = 2;

    private final int length;
    private CommitSlots slots;
    private int head;
    private int size;

    CommitRing(int length) {
        this.length = length;
        slots = new CommitSlots(Math.min(length, FIRST_ROOM));
    }

    /** How many commits it holds at most. */
    int length() {
        return length;
    }

    int size() {
        return size;
    }

    /** Of the commit at an index from 0, the oldest, to size - 1. */
    long offset(int index) {
        return slots.offset(at(index));
    }

    long timeMillis(int index) {
        return slots.timeMillis(at(index));
    }

    /** Records left to read at the time of the commit, or {@link #UNKNOWN_LAG}. */
    long lag(int index) {
        return slots.lag(at(index));
    }

    private long order(int index) {
        return slots.order(at(index));
    }

    /** The slot of an index from 0 to the room there is. */
    private int at(int index) {
        int at = head + index;
        int room = slots.room();
        return at < room ? at : at - room;
    }

    private void makeRoom() {
        if (size == slots.room() && size < length) {
            slots = slots.grown(head, Math.min(length, 2 * size));
            head = 0;
        }
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
        if (behind == 0 && size == length) {
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
        if (size == length) {
            return false;
        }
        makeRoom();
        head = at(slots.room() - 1);
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
        makeRoom();
        for (int i = size; i > index; i--) {
            slots.move(at(i - 1), at(i));
        }
        if (size < length) {
            size++;
            return index;
        }
        head = at(1);
        return index - 1;
    }

    private void replace(int index, long order, long offset, long observedMillis, long lag) {
        write(index, order, offset, timeMillis(index), observedMillis, lag);
    }

    private void write(int index, long order, long offset, long timeMillis, long observedMillis, long lag) {
        slots.write(at(index), offset, order, timeMillis, observedMillis, lag);
    }

    BurrowCommit commit(int index) {
        int at = at(index);
        long lag = slots.lag(at);
        return new BurrowCommit(
                slots.offset(at),
                slots.order(at),
                slots.timeMillis(at),
                slots.observedMillis(at),
                lag == UNKNOWN_LAG ? OptionalLong.empty() : OptionalLong.of(lag));
    }

    List<BurrowCommit> commits() {
        List<BurrowCommit> commits = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            commits.add(commit(i));
        }
        return commits;
    }
}
