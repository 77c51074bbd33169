package io.klamm.promql.engine;

import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.budget.MemoryPool;
import io.klamm.promql.budget.QueryGate;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.PromqlParser;
import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.QueryException;
import io.klamm.storage.Queryable;
import java.util.function.LongSupplier;

/** Answers queries in PromQL. Safe from any thread; holds no threads of its own. */
public final class Engine {

    private final EngineSettings settings;
    private final Queryable store;
    private final LongSupplier nanoTime;
    private final QueryGate gate;
    private final MemoryPool memory;

    /**
     * An engine over a store.
     *
     * @param store where queries read that name no store of their own
     * @param nanoTime a clock for intervals, as {@link System#nanoTime()}
     */
    public Engine(EngineSettings settings, Queryable store, LongSupplier nanoTime) {
        this.settings = settings;
        this.store = store;
        this.nanoTime = nanoTime;
        this.gate = new QueryGate(settings.concurrency());
        this.memory = new MemoryPool(settings.maxBytes());
    }

    /**
     * A query at one time.
     *
     * @param time in milliseconds since the epoch
     * @throws QueryException if the expression is none, or needs what is not supported
     */
    public Query instant(String expression, long time, QueryOptions options) {
        return query(expression, parse(expression), new QuerySpan(time, time, 0), options);
    }

    /**
     * A query at every step from one time to another. Its value is always a matrix.
     *
     * @param start in milliseconds since the epoch
     * @param end in milliseconds since the epoch, not before {@code start}
     * @param step in milliseconds, more than 0
     * @throws QueryException if the expression is none, gives no instant vector or scalar, or needs what is not supported
     */
    public Query range(String expression, long start, long end, long step, QueryOptions options) {
        if (step <= 0 || end < start || (end - start) / step >= Integer.MAX_VALUE) {
            throw new QueryException(
                    ErrorKind.BAD_DATA,
                    "range of " + start + " to " + end + " by " + step
                            + " ms (expected: an end not before the start, and a step above 0 that is not too small)");
        }
        Expr expr = parse(expression);
        if (expr.type() != ValueType.VECTOR && expr.type() != ValueType.SCALAR) {
            throw new QueryException(
                    ErrorKind.BAD_DATA,
                    "invalid expression type \"" + expr.type().words()
                            + "\" for range query, must be Scalar or instant Vector");
        }
        return query(expression, expr, new QuerySpan(start, end, step), options);
    }

    private Query query(String expression, Expr expr, QuerySpan span, QueryOptions options) {
        Unsupported.refuse(expr);
        return new Query(this, expression, expr, span, options);
    }

    private Expr parse(String expression) {
        try {
            return PromqlParser.parse(expression, settings.parser());
        } catch (ParseException e) {
            ErrorKind kind = e.error().missing().isPresent() ? ErrorKind.UNSUPPORTED : ErrorKind.BAD_DATA;
            throw new QueryException(kind, e.error().toString(), e);
        }
    }

    EngineSettings settings() {
        return settings;
    }

    Queryable store() {
        return store;
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    QueryGate gate() {
        return gate;
    }

    /** The memory that running queries share. */
    public MemoryPool memory() {
        return memory;
    }
}
