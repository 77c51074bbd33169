package io.klamm.tsdb.block;

import io.klamm.tsdb.chunk.TimeColumn;
import java.io.IOException;
import java.util.Arrays;

/** The columns of a block's groups while it is written. For one thread. */
final class GroupColumns {

    private final TimesWriter times;
    private final int rows;
    /** The first column of each group, and the one behind the last group. */
    private int[] firstColumns = new int[8];

    private int groups;
    private String name = "";
    private long[] pending = new long[1024];
    private int pendingSize;
    private long last = Long.MIN_VALUE;
    private boolean ended;

    GroupColumns(TimesWriter times, int rows) {
        this.times = times;
        this.rows = rows;
    }

    int begin(String newName) throws IOException {
        requireOpen("group");
        endGroup();
        if (groups + 1 >= firstColumns.length) {
            firstColumns = Arrays.copyOf(firstColumns, 2 * groups + 8);
        }
        name = newName;
        firstColumns[groups] = times.columns();
        last = Long.MIN_VALUE;
        return groups++;
    }

    void rows(long[] newTimes, int offset, int length) throws IOException {
        requireOpen("rows");
        if (groups == 0) {
            throw new IllegalStateException("rows: of no group (expected: group first)");
        }
        for (int i = offset; i < offset + length; i++) {
            if (newTimes[i] <= last) {
                throw new IllegalArgumentException(
                        "group " + name + ": time " + newTimes[i] + " after " + last + ": does not rise");
            }
            last = newTimes[i];
            pending[pendingSize++] = last;
            if (pendingSize == pending.length) {
                put(2 * rows);
                pending = pendingSize > pending.length / 2 ? Arrays.copyOf(pending, 2 * pending.length) : pending;
            }
        }
    }

    private void requireOpen(String call) {
        if (ended) {
            throw new IllegalStateException(call + ": after the first series (expected: groups first)");
        }
    }

    private void endGroup() throws IOException {
        if (groups > 0) {
            put(0);
            times.group(name, firstColumns[groups - 1]);
        }
    }

    /** Writes columns until no more than so many rows are pending. */
    private void put(int left) throws IOException {
        int begin = 0;
        while (pendingSize - begin > left) {
            int length = spanned(begin, Cuts.next(pendingSize - begin, rows));
            times.add(TimeColumn.of(pending, begin, length));
            begin += length;
        }
        System.arraycopy(pending, begin, pending, 0, pendingSize - begin);
        pendingSize -= begin;
    }

    /** How many of so many rows a column can have without spanning too long a time. */
    private int spanned(int begin, int length) {
        int fitting = length;
        while (TimesFormat.tooLong(pending[begin], pending[begin + fitting - 1])) {
            fitting = (fitting + 1) / 2;
        }
        return fitting;
    }

    /** Ends all groups; safe twice. */
    void end() throws IOException {
        if (ended) {
            return;
        }
        endGroup();
        firstColumns[groups] = times.columns();
        times.endGroups();
        ended = true;
    }

    /** A group's number, or {@link SeriesSink#NO_GROUP}. */
    int checked(int group) {
        if (group < SeriesSink.NO_GROUP || group >= groups) {
            throw new IllegalArgumentException("group " + group + ": none (expected: -1 to " + (groups - 1) + ")");
        }
        return group;
    }

    /** The first column of a group that ends at a time or later; {@link #endColumn} if there is none. */
    int columnAtOrAfter(int group, long time) {
        int low = firstColumns[group];
        int high = endColumn(group);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.last(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The column behind the last of a group. */
    int endColumn(int group) {
        return firstColumns[group + 1];
    }
}
