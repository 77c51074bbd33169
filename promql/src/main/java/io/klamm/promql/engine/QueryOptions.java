package io.klamm.promql.engine;

import io.klamm.promql.budget.Cancellation;
import io.klamm.storage.Queryable;
import java.time.Duration;
import java.util.Optional;

/**
 * What one query wants otherwise than its engine has it.
 *
 * @param store where to read from; else the engine's
 * @param cancellation how the query is told to end early
 * @param lookback in milliseconds; else the engine's
 * @param timeout at most the engine's
 * @param explain whether to tell what each part of the expression cost
 */
public record QueryOptions(
        Optional<Queryable> store,
        Cancellation cancellation,
        Optional<Long> lookback,
        Optional<Duration> timeout,
        boolean explain) {

    /** Everything as the engine has it. */
    public static QueryOptions none() {
        return new QueryOptions(Optional.empty(), new Cancellation(), Optional.empty(), Optional.empty(), false);
    }

    public QueryOptions withStore(Queryable newStore) {
        return new QueryOptions(Optional.of(newStore), cancellation, lookback, timeout, explain);
    }

    public QueryOptions withCancellation(Cancellation newCancellation) {
        return new QueryOptions(store, newCancellation, lookback, timeout, explain);
    }

    /**
     * With another lookback.
     *
     * @param millis more than 0
     */
    public QueryOptions withLookback(long millis) {
        return new QueryOptions(store, cancellation, Optional.of(millis), timeout, explain);
    }

    public QueryOptions withTimeout(Duration newTimeout) {
        return new QueryOptions(store, cancellation, lookback, Optional.of(newTimeout), explain);
    }

    public QueryOptions withExplain(boolean newExplain) {
        return new QueryOptions(store, cancellation, lookback, timeout, newExplain);
    }
}
