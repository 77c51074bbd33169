package io.klamm.promql.budget;

import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.QueryException;
import java.util.function.LongSupplier;

/**
 * What one query has used and what it may use still. Every part of the evaluation asks here before it holds samples, and reports its work now and
 * then; so a query that is too big, too slow or no longer wanted ends within a moment.
 *
 * <p>A sample held counts {@value #BYTES} bytes, a time and a value. For one thread; to be closed.
 */
public final class QueryBudget implements AutoCloseable {

    /** Bytes that a sample in memory counts. */
    public static final int BYTES = 16;

    private static final String EVALUATION = "expression evaluation";
    private static final int WORK_BETWEEN_CHECKS = 128;
    private static final int LUMP = 1 << 14;

    private final long maxSamples;
    private final long deadline;
    private final LongSupplier nanoTime;
    private final Cancellation cancellation;
    private final MemoryPool pool;
    private long held;
    private long peak;
    private long read;
    private long pooled;
    private int work;

    /**
     * A budget that begins now.
     *
     * @param maxSamples how many samples the query may hold in memory at once
     * @param timeoutNanos how long it may take
     * @param nanoTime a clock for intervals, as {@link System#nanoTime()}
     */
    public QueryBudget(
            long maxSamples, long timeoutNanos, LongSupplier nanoTime, Cancellation cancellation, MemoryPool pool) {
        this.maxSamples = maxSamples;
        this.deadline = nanoTime.getAsLong() + timeoutNanos;
        this.nanoTime = nanoTime;
        this.cancellation = cancellation;
        this.pool = pool;
    }

    /** Says that so many more samples are about to be held; throws {@link QueryException} if they are too many. */
    public void hold(long samples) {
        held += samples;
        if (held > maxSamples) {
            throw tooMany("");
        }
        if (held > peak) {
            peak = held;
        }
        if (held > pooled) {
            long more = Math.max(held - pooled, LUMP);
            if (!pool.take(more * BYTES)) {
                throw tooMany(": the memory of all queries is used up");
            }
            pooled += more;
        }
    }

    private static QueryException tooMany(String reason) {
        return QueryException.execution(
                "query processing would load too many samples into memory in query execution" + reason);
    }

    /** Says that so many samples are no longer held. */
    public void release(long samples) {
        held -= samples;
    }

    /** Counts one series of which so many samples were read, and looks at clock and cancellation every now and then. */
    public void read(int samples) {
        read += samples;
        work(1 + (samples >>> 10));
    }

    /** Counts work that is as much as a number of small series. */
    public void work(int series) {
        work += series;
        if (work >= WORK_BETWEEN_CHECKS) {
            work = 0;
            check(EVALUATION);
        }
    }

    /** Throws {@link QueryException} if the time is over or the answer no longer wanted. */
    void check(String where) {
        if (cancellation.canceled()) {
            throw canceled(where);
        }
        if (remainingNanos() <= 0) {
            throw new QueryException(ErrorKind.TIMEOUT, "query timed out in " + where);
        }
    }

    QueryException canceled(String where) {
        return new QueryException(ErrorKind.CANCELED, "query was canceled in " + where);
    }

    /** As {@link #check(String)}, in the evaluation. */
    public void check() {
        check(EVALUATION);
    }

    long remainingNanos() {
        return deadline - nanoTime.getAsLong();
    }

    /** Samples that were read from the store, each time that they were. */
    public long samplesRead() {
        return read;
    }

    /** The most samples that were held at once. */
    public long peakSamples() {
        return peak;
    }

    /** Gives all memory back. Safe twice. */
    @Override
    public void close() {
        pool.giveBack(pooled * BYTES);
        pooled = 0;
        held = 0;
    }
}
