package io.klamm.promql.budget;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all queries of an engine share, counted in bytes. Safe from any thread. */
public final class MemoryPool {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /**
     * A pool of so many bytes.
     *
     * @param limit bytes that all queries together may hold
     */
    public MemoryPool(long limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("memory for queries: " + limit + " bytes (expected: more than 0)");
        }
        this.limit = limit;
    }

    /** Takes bytes; false, and nothing is taken, if there are not so many left. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Bytes that queries hold now. */
    public long taken() {
        return taken.get();
    }

    public long limit() {
        return limit;
    }
}
