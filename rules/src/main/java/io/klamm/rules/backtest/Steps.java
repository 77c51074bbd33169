package io.klamm.rules.backtest;

import io.klamm.promql.engine.Engine;
import java.time.Duration;
import java.time.Instant;

/**
 * The times of a group's evaluations, in milliseconds since the epoch.
 *
 * @param count of evaluations, more than 0
 * @param offset how much earlier the rules look
 */
record Steps(long first, long interval, long count, long offset) {

    static Steps of(Instant from, Instant to, Duration interval, Duration offset) {
        long length = to.toEpochMilli() - from.toEpochMilli();
        if (length <= 0) {
            throw new IllegalArgumentException(
                    "span: from " + from + " to " + to + " (expected: an end after its begin)");
        }
        long count = (length - 1) / interval.toMillis() + 1;
        if (count > Backtester.MOST_EVALUATIONS) {
            throw new IllegalArgumentException("span: " + count + " evaluations (expected: at most "
                    + Backtester.MOST_EVALUATIONS + "; a shorter span or a longer interval)");
        }
        return new Steps(from.toEpochMilli(), interval.toMillis(), count, offset.toMillis());
    }

    /** The time of an evaluation, from 0. */
    Instant at(long index) {
        return Instant.ofEpochMilli(first + index * interval);
    }

    /** What an expression gives at these times. */
    Ranges ranges(String expr, Engine engine) {
        return new Ranges(expr, engine, this);
    }
}
