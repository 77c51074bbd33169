package io.klamm.promql.engine;

import io.klamm.promql.ast.AtTime;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.StepInvariantExpr;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.TimeModifier;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.InstantSelector;
import io.klamm.promql.operator.MatrixSource;
import io.klamm.promql.operator.SampleSource;
import io.klamm.promql.operator.SubquerySource;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.Steps;
import io.klamm.promql.row.Windows;
import io.klamm.promql.value.QueryException;
import io.klamm.storage.SelectHints;
import io.klamm.storage.Selection;
import java.util.List;
import java.util.function.BiFunction;

/** Plans what reads samples: selectors and subqueries, and the windows through which they look. */
final class RangePlanner {

    private final Evaluation evaluation;
    private final QuerySpan span;
    private final long lookback;
    private final EngineSettings settings;
    private final BiFunction<Expr, Steps, VectorOperator> vectors;

    /**
     * A planner.
     *
     * @param lookback of instant selectors, in milliseconds
     * @param vectors plans an instant vector
     */
    RangePlanner(
            Evaluation evaluation,
            QuerySpan span,
            long lookback,
            EngineSettings settings,
            BiFunction<Expr, Steps, VectorOperator> vectors) {
        this.evaluation = evaluation;
        this.span = span;
        this.lookback = lookback;
        this.settings = settings;
        this.vectors = vectors;
    }

    /** Samples, and the windows through which a function looks at them. */
    record Input(SampleSource source, Windows windows) {}

    /** Plans a selector; with {@code times}, its values are the times of the samples. */
    VectorOperator instant(VectorSelector selector, Steps steps, boolean times) {
        Windows windows = windows(selector.time(), lookback, steps);
        return new InstantSelector(evaluation, selection(selector, steps, 0, ""), windows, times);
    }

    /** Plans a range that a function (by its name) is applied to. */
    Input range(Expr expr, Steps steps, String function) {
        if (expr instanceof ParenExpr paren) {
            return range(paren.expr(), steps, function);
        }
        if (expr instanceof StepInvariantExpr invariant) {
            return range(invariant.expr(), steps, function);
        }
        if (expr instanceof MatrixSelector matrix) {
            Windows windows = windows(matrix.selector().time(), matrix.rangeMillis(), steps);
            Selection selection = selection(matrix.selector(), steps, matrix.rangeMillis(), function);
            return new Input(new MatrixSource(evaluation, selection, windows), windows);
        }
        if (expr instanceof SubqueryExpr subquery) {
            return subquery(subquery, steps);
        }
        throw new IllegalArgumentException("range vector: " + expr.type() + " (expected: a selector or a subquery)");
    }

    private Input subquery(SubqueryExpr subquery, Steps steps) {
        Windows windows = windows(subquery.time(), subquery.rangeMillis(), steps);
        long written = subquery.stepMillis();
        long interval = written > 0 ? written : settings.defaultStep().applyAsLong(subquery.rangeMillis());
        long start = (Math.floorDiv(windows.earliest() - 1, interval) + 1) * interval;
        long count = Math.floorDiv(windows.latest() - start, interval) + 1;
        if (count <= 0) {
            return new Input(new NoSamples(), windows);
        }
        if (count > settings.maxSamples()) {
            throw QueryException.execution(
                    "query processing would load too many samples into memory in query execution: a subquery has "
                            + count + " steps");
        }
        Steps inner = new Steps(start, interval, (int) count);
        VectorOperator values = vectors.apply(subquery.expr(), inner);
        return new Input(new SubquerySource(evaluation, values, inner), windows);
    }

    private Windows windows(TimeModifier time, long length, Steps steps) {
        long offset = time.offsetMillis();
        AtTime at = time.at();
        if (at == null) {
            return Windows.moving(steps, offset, length);
        }
        return Windows.fixed(steps, fixed(at) - offset, length);
    }

    private long fixed(AtTime at) {
        if (at instanceof AtTime.Fixed fixed) {
            return fixed.millis();
        }
        return at == AtTime.Bound.START ? span.start() : span.end();
    }

    private static Selection selection(VectorSelector selector, Steps steps, long range, String function) {
        long step = steps.count() == 1 ? 0 : steps.interval();
        SelectHints hints = new SelectHints(step, range, function, List.of(), false, 0, true);
        return new Selection(selector.matchers(), false, hints);
    }
}
