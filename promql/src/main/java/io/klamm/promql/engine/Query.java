package io.klamm.promql.engine;

import io.klamm.promql.ast.DurationException;
import io.klamm.promql.ast.DurationResolver;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.budget.QueryBudget;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.value.Annotations;
import io.klamm.promql.value.ErrorKind;
import io.klamm.promql.value.QueryException;
import io.klamm.promql.value.Value;
import io.klamm.storage.Queryable;
import io.klamm.storage.StorageException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A query that can be executed. */
public final class Query {

    private final Engine engine;
    private final String expression;
    private final Expr expr;
    private final QuerySpan span;
    private final QueryOptions options;

    Query(Engine engine, String expression, Expr expr, QuerySpan span, QueryOptions options) {
        this.engine = engine;
        this.expression = expression;
        this.expr = expr;
        this.span = span;
        this.options = options;
    }

    /** The expression as it was parsed. */
    public Expr expr() {
        return expr;
    }

    /**
     * Evaluates the expression, on this thread.
     *
     * @throws QueryException if there is no answer
     */
    public QueryResult execute() {
        EngineSettings settings = engine.settings();
        Duration timeout = options.timeout()
                .filter(wanted -> wanted.compareTo(settings.timeout()) < 0)
                .orElse(settings.timeout());
        try (QueryBudget budget = new QueryBudget(
                settings.maxSamples(), timeout.toNanos(), engine.nanoTime(), options.cancellation(), engine.memory())) {
            long begun = engine.nanoTime().getAsLong();
            engine.gate().enter(budget);
            try {
                return evaluate(budget, engine.nanoTime().getAsLong() - begun);
            } finally {
                engine.gate().leave();
            }
        } catch (StorageException e) {
            throw new QueryException(ErrorKind.INTERNAL, "expanding series: " + e.getMessage(), e);
        }
    }

    private QueryResult evaluate(QueryBudget budget, long queueNanos) {
        long begun = engine.nanoTime().getAsLong();
        Annotations annotations = new Annotations();
        Queryable store = options.store().orElse(engine.store());
        Optional<Measures> measures =
                options.explain() ? Optional.of(new Measures(engine.nanoTime(), budget)) : Optional.empty();
        try (Evaluation evaluation =
                new Evaluation(store, budget, annotations, engine.settings().delayedNameRemoval())) {
            Expr prepared = StepInvariants.mark(resolved());
            Planner planner = new Planner(evaluation, engine.settings(), options, span, expression, measures);
            Value value = new ResultBuilder(evaluation, planner, span).build(prepared);
            QueryStats stats = new QueryStats(
                    budget.samplesRead(),
                    budget.peakSamples(),
                    queueNanos,
                    engine.nanoTime().getAsLong() - begun);
            return new QueryResult(
                    value,
                    annotations.warnings(expression),
                    annotations.infos(expression),
                    stats,
                    measures.map(Measures::tree));
        }
    }

    private Expr resolved() {
        try {
            return DurationResolver.resolve(expr, span.step(), span.end() - span.start());
        } catch (DurationException e) {
            throw new QueryException(ErrorKind.BAD_DATA, Objects.requireNonNull(e.getMessage()), e);
        }
    }
}
