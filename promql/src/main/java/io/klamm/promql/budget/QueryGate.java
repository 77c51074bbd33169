package io.klamm.promql.budget;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets only so many queries run at once; the others wait in the order in which they came. Safe from any thread. */
public final class QueryGate {

    private static final String QUEUE = "query queue";
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Semaphore places;

    public QueryGate(int places) {
        this.places = new Semaphore(places, true);
    }

    /**
     * Waits for a place as long as the query's budget allows; throws {@link io.klamm.promql.value.QueryException} beyond that. Whoever got
     * one gives it back by {@link #leave}.
     */
    public void enter(QueryBudget budget) {
        boolean entered = false;
        while (!entered) {
            budget.check(QUEUE);
            entered = tryEnter(Math.min(PATIENCE_NANOS, Math.max(0, budget.remainingNanos())), budget);
        }
    }

    /** Gives a place back. */
    public void leave() {
        places.release();
    }

    private boolean tryEnter(long nanos, QueryBudget budget) {
        try {
            return places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw budget.canceled(QUEUE);
        }
    }

    /** Queries that wait now, roughly. */
    public int waiting() {
        return places.getQueueLength();
    }
}
