package io.klamm.lag;

import io.klamm.lag.series.CommitWindow;
import io.klamm.model.commit.CommitBatch;
import io.klamm.model.commit.CommitTarget;

/** What is kept of one group on one partition. All but {@link #live} is guarded by the keeper's lock. */
final class PartitionCommits implements CommitTarget {

    private static final long NO_ORDER = -1;
    private static final long NOT_OBSERVED = -1;

    final CommitWindow window = new CommitWindow();
    final TopicCommits topic;
    final int bornIn;
    private long order = NO_ORDER;
    private long observed = NOT_OBSERVED;
    private long told = CommitBatch.DELETED;
    private long toldAt;
    private long emptyTo = NOT_OBSERVED;
    private volatile boolean live = true;
    private boolean fromBefore;
    private boolean beyondEnd;
    private boolean still;
    private boolean owned;

    /** What became of a commit. */
    enum Taken {
        KEPT,
        /** It came before. */
        REPEATED,
        /** It was a tombstone: nothing is kept any more. */
        DELETED
    }

    /** @param bornIn number of the reading after which it was first heard of */
    PartitionCommits(TopicCommits topic, int bornIn) {
        this.topic = topic;
        this.bornIn = bornIn;
    }

    @Override
    public boolean live() {
        return live;
    }

    /** Takes a commit from a source that sees every one of them. */
    Taken take(long offset, long time, long newOrder) {
        if (newOrder <= order && time <= window.newestTime()) {
            return Taken.REPEATED;
        }
        if (order == NO_ORDER) {
            // What readings of the Admin API showed so far is told again, and better, by the commits themselves.
            window.clear();
        }
        order = newOrder;
        if (offset == CommitBatch.DELETED) {
            live = false;
            return Taken.DELETED;
        }
        told = offset;
        toldAt = time;
        add(offset, time);
        return Taken.KEPT;
    }

    /** The newest commit that a source has told of, whatever readings say; {@link CommitBatch#DELETED} where none has. */
    long told() {
        return told;
    }

    /** When it was committed. */
    long toldAt() {
        return toldAt;
    }

    /** Takes what a reading of the Admin API showed, where that is news. */
    void reading(long offset, long time) {
        if (offset != window.newestOffset()) {
            add(offset, time);
        }
    }

    private void add(long offset, long time) {
        fromBefore = false;
        if (offset != window.newestOffset()) {
            emptyTo = NOT_OBSERVED;
        }
        window.add(offset, time, topic.windowMillis());
    }

    void forget() {
        live = false;
    }

    /** The topic was made again: only where the group stood is remembered, as the reason of what may follow. */
    void topicRemade() {
        window.forgetAllButNewest();
        fromBefore = true;
        emptyTo = NOT_OBSERVED;
        observed = NOT_OBSERVED;
    }

    /**
     * Compares with the end that was just read. That a commit lies beyond it counts only for a commit that was there at the reading before, so no clock and no order of
     * requests can make it look so.
     *
     * @param endStill whether the end is where it was at the reading before
     */
    void observe(long end, boolean endStill) {
        long newest = window.newestOffset();
        beyondEnd = observed > end && newest > end;
        still = endStill && observed == newest;
        observed = newest;
    }

    /** Between the newest commit and this offset there is no record, as somebody has counted. */
    void empty(long from, long to) {
        if (from == window.newestOffset()) {
            emptyTo = Math.max(emptyTo, to);
        }
    }

    /** The offset of the record that is read next: the newest commit, or what lies behind a gap that follows it. */
    long next() {
        return Math.max(emptyTo, window.newestOffset());
    }

    /** Whether the newest commit was there at the reading before. */
    boolean unmoved() {
        return observed != NOT_OBSERVED && observed == window.newestOffset();
    }

    /** Whether neither the commit nor the end moved between the two newest readings. */
    boolean still() {
        return still && observed == window.newestOffset();
    }

    boolean fromBefore() {
        return fromBefore;
    }

    boolean beyondEnd() {
        return beyondEnd;
    }

    void owned(boolean now) {
        owned = now;
    }

    boolean owned() {
        return owned;
    }
}
