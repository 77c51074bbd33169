package io.klamm.model.commit;

import java.util.Arrays;

/**
 * Commits in the order in which they were read, in columns, so that a million of them are a few arrays. Filled by one thread, and again after {@link #clear}.
 */
public final class CommitBatch {

    /** The offset of a commit that was deleted (a tombstone): by expiry, by an operator, with its group. */
    public static final long DELETED = -1;

    private final CommitTarget[] targets;
    private final long[] offsets;
    private final long[] timesMillis;
    private final long[] orders;
    private int size;

    /** @param capacity commits, at most */
    public CommitBatch(int capacity) {
        this(new CommitTarget[capacity], new long[capacity], new long[capacity], new long[capacity]);
    }

    private CommitBatch(CommitTarget[] targets, long[] offsets, long[] timesMillis, long[] orders) {
        this.targets = targets;
        this.offsets = offsets;
        this.timesMillis = timesMillis;
        this.orders = orders;
    }

    /**
     * The same commits for other targets, one each. Shares the numbers with this batch, so it is good until this is cleared, and nothing can be added to it.
     *
     * @throws IllegalArgumentException when there are not as many targets as commits
     */
    public CommitBatch to(CommitTarget[] others) {
        if (others.length != size) {
            throw new IllegalArgumentException("targets: " + others.length + " (expected: " + size + ")");
        }
        CommitBatch same = new CommitBatch(others, offsets, timesMillis, orders);
        same.size = size;
        return same;
    }

    /**
     * Adds one; to a full batch it must not.
     *
     * @param offset committed offset, or {@link #DELETED}
     * @param timeMillis when it was committed, by the broker's clock
     * @param order grows with every commit of a target: the record's offset in its partition of the offsets topic, or ZooKeeper's {@code mzxid}
     */
    public void add(CommitTarget target, long offset, long timeMillis, long order) {
        targets[size] = target;
        offsets[size] = offset;
        timesMillis[size] = timeMillis;
        orders[size] = order;
        size++;
    }

    public boolean isFull() {
        return size == targets.length;
    }

    public int size() {
        return size;
    }

    public CommitTarget target(int index) {
        return targets[index];
    }

    public long offset(int index) {
        return offsets[index];
    }

    public long timeMillis(int index) {
        return timesMillis[index];
    }

    public long order(int index) {
        return orders[index];
    }

    /** Empties it. */
    public void clear() {
        Arrays.fill(targets, 0, size, null);
        size = 0;
    }
}
