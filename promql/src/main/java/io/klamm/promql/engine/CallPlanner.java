package io.klamm.promql.engine;

import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.Span;
import io.klamm.promql.ast.StepInvariantExpr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.functions.CalendarFunctions;
import io.klamm.promql.functions.GoMath;
import io.klamm.promql.functions.PointFunctions;
import io.klamm.promql.functions.RangeFunctions;
import io.klamm.promql.functions.RowFunction;
import io.klamm.promql.operator.AbsentRow;
import io.klamm.promql.operator.DistinctRows;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.RangeFunction;
import io.klamm.promql.operator.RowOperator;
import io.klamm.promql.operator.ScalarOperator;
import io.klamm.promql.operator.ScalarRow;
import io.klamm.promql.operator.Scalars;
import io.klamm.promql.operator.SortedRows;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.operator.bucket.BucketFunctions;
import io.klamm.promql.row.Row;
import io.klamm.promql.row.Steps;
import io.klamm.promql.value.QueryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Plans calls of functions. */
final class CallPlanner {

    private final Planner planner;
    private final RangePlanner ranges;
    private final Evaluation evaluation;
    private final QuerySpan span;
    private final RelabelPlanner relabels;

    CallPlanner(Planner planner, RangePlanner ranges, Evaluation evaluation, QuerySpan span, LabelNames names) {
        this.planner = planner;
        this.ranges = ranges;
        this.evaluation = evaluation;
        this.span = span;
        this.relabels = new RelabelPlanner(names);
    }

    ScalarOperator scalar(Call call, Steps steps) {
        int count = steps.count();
        return switch (call.function().name()) {
            case "time" -> Scalars.time(steps);
            case "pi" -> Scalars.constant(Math.PI, count);
            case "scalar" -> Scalars.only(argument(call, 0, steps), count);
            case "start" -> Scalars.constant(span.start() / 1000.0, count);
            case "end" -> Scalars.constant(span.end() / 1000.0, count);
            case "step" -> Scalars.constant(span.step() / 1000.0, count);
            case "range" -> Scalars.constant((span.end() - span.start()) / 1000.0, count);
            case "min_of" -> Scalars.combine(number(call, 0, steps), number(call, 1, steps), GoMath::min);
            case "max_of" -> Scalars.combine(number(call, 0, steps), number(call, 1, steps), GoMath::max);
            default ->
                throw QueryException.unsupported("function " + call.function().name() + "()");
        };
    }

    VectorOperator vector(Call call, Steps steps) {
        return switch (call.function().name()) {
            case "vector" -> new ScalarRow(number(call, 0, steps));
            case "timestamp" -> timestamp(call, steps);
            case "absent" ->
                new AbsentRow(
                        argument(call, 0, steps),
                        Head.of(AbsentLabels.of(call.args().get(0))));
            case "absent_over_time" ->
                new AbsentRow(
                        range(call, steps), Head.of(AbsentLabels.of(call.args().get(0))));
            case "label_replace" ->
                planner.merged(RowOperator.renaming(argument(call, 0, steps), relabels.replace(call.args())), steps);
            case "label_join" ->
                planner.merged(RowOperator.renaming(argument(call, 0, steps), relabels.join(call.args())), steps);
            case "sort", "sort_desc", "sort_by_label", "sort_by_label_desc" -> sorted(call, steps);
            case "histogram_quantile", "histogram_quantiles", "histogram_fraction" ->
                planner.merged(buckets(call, steps), steps);
            default -> function(call, steps);
        };
    }

    private VectorOperator function(Call call, Steps steps) {
        if (call.args().isEmpty()) {
            return calendar(call, steps);
        }
        boolean overRange = call.args().stream().anyMatch(arg -> arg.type() == ValueType.MATRIX);
        return overRange ? range(call, steps) : point(call, steps);
    }

    /** {@code hour()} and its like tell the time of the step where no other is given. */
    private VectorOperator calendar(Call call, Steps steps) {
        DoubleUnaryOperator field = CalendarFunctions.find(call.function().name());
        if (field == null) {
            throw QueryException.unsupported("function " + call.function().name() + "()");
        }
        return new ScalarRow(Scalars.map(Scalars.time(steps), field));
    }

    private VectorOperator point(Call call, Steps steps) {
        String name = call.function().name();
        List<ScalarOperator> params = numbers(call, steps);
        RowOperator operator = new RowOperator(
                argument(call, 0, steps),
                () -> PointFunctions.find(name, values(params))
                        .orElseThrow(() -> QueryException.unsupported("function " + name + "()")),
                evaluation::renamed);
        return planner.merged(operator, steps);
    }

    private VectorOperator range(Call call, Steps steps) {
        String name = call.function().name();
        RangePlanner.Input input = ranges.range(rangeArgument(call), steps, name);
        List<ScalarOperator> params = numbers(call, steps);
        boolean keepsName = name.equals("last_over_time") || name.equals("first_over_time");
        UnaryOperator<Head> rename = keepsName ? UnaryOperator.identity() : evaluation::renamed;
        RangeFunction function = new RangeFunction(
                input.source(),
                () -> RangeFunctions.kernel(name, input.windows(), values(params))
                        .orElseThrow(() -> QueryException.unsupported("function " + name + "()")),
                input.windows(),
                rename,
                watcher(call, params));
        return evaluation.delayedNameRemoval() || keepsName ? function : new DistinctRows(function, steps.count());
    }

    private RangeFunction.Watcher watcher(Call call, List<ScalarOperator> params) {
        Span first = call.args().get(0).position();
        return switch (call.function().name()) {
            case "rate", "increase" -> new CounterNames(evaluation.annotations(), first);
            case "quantile_over_time" ->
                (source, values) -> checkQuantiles(params.get(0).values(), values, first);
            default -> RangeFunction.Watcher.NONE;
        };
    }

    private void checkQuantiles(double[] quantiles, Row row, Span at) {
        for (int step = row.from(); step < row.to(); step++) {
            double quantile = quantiles[step];
            if (!(quantile >= 0 && quantile <= 1) && !Row.absent(row.values()[step])) {
                evaluation.annotations().invalidQuantile(quantile, at);
            }
        }
    }

    private static Expr rangeArgument(Call call) {
        return call.args().stream()
                .filter(arg -> arg.type() == ValueType.MATRIX)
                .findFirst()
                .orElseThrow();
    }

    private VectorOperator timestamp(Call call, Steps steps) {
        if (bare(call.args().get(0)) instanceof VectorSelector selector) {
            VectorOperator times = ranges.instant(selector, steps, true);
            return planner.merged(RowOperator.renaming(times, evaluation::renamed), steps);
        }
        double[] seconds = Scalars.time(steps).values();
        RowFunction timesOfSteps = row -> {
            double[] values = row.values();
            for (int i = row.from(); i < row.to(); i++) {
                values[i] = Row.absent(values[i]) ? values[i] : seconds[i];
            }
        };
        RowOperator operator = new RowOperator(argument(call, 0, steps), () -> timesOfSteps, evaluation::renamed);
        return planner.merged(operator, steps);
    }

    /** Without what stands around it and changes nothing. */
    static Expr bare(Expr expr) {
        Expr inner = expr;
        while (inner instanceof ParenExpr || inner instanceof StepInvariantExpr) {
            inner = inner.children().get(0);
        }
        return inner;
    }

    private VectorOperator sorted(Call call, Steps steps) {
        VectorOperator input = argument(call, 0, steps);
        if (span.start() != span.end()) {
            evaluation.annotations().sortInRangeQuery(call.position());
        }
        if (steps.count() > 1) {
            return input;
        }
        List<String> labels = call.args().stream()
                .skip(1)
                .map(arg -> Planner.string(arg).value())
                .toList();
        Comparator<SortedRows.Entry> order =
                switch (call.function().name()) {
                    case "sort" -> SortedRows.byValue(false);
                    case "sort_desc" -> SortedRows.byValue(true);
                    case "sort_by_label" -> SortedRows.byLabels(labels, false);
                    default -> SortedRows.byLabels(labels, true);
                };
        return new SortedRows(input, order);
    }

    private VectorOperator buckets(Call call, Steps steps) {
        List<Expr> args = call.args();
        return switch (call.function().name()) {
            case "histogram_quantile" ->
                BucketFunctions.quantile(evaluation, args, number(call, 0, steps), argument(call, 1, steps), steps);
            case "histogram_fraction" ->
                BucketFunctions.fraction(
                        evaluation,
                        args,
                        number(call, 0, steps),
                        number(call, 1, steps),
                        argument(call, 2, steps),
                        steps);
            default ->
                BucketFunctions.quantiles(
                        evaluation,
                        args,
                        argument(call, 0, steps),
                        Planner.string(args.get(1)).value(),
                        numbers(call, steps),
                        steps);
        };
    }

    private VectorOperator argument(Call call, int index, Steps steps) {
        return planner.vector(call.args().get(index), steps);
    }

    private ScalarOperator number(Call call, int index, Steps steps) {
        return planner.scalar(call.args().get(index), steps);
    }

    /** The arguments that are numbers, in order. */
    private List<ScalarOperator> numbers(Call call, Steps steps) {
        List<ScalarOperator> numbers = new ArrayList<>();
        for (Expr arg : call.args()) {
            if (arg.type() == ValueType.SCALAR) {
                numbers.add(planner.scalar(arg, steps));
            }
        }
        return numbers;
    }

    private static double[][] values(List<ScalarOperator> numbers) {
        return numbers.stream().map(ScalarOperator::values).toArray(double[][]::new);
    }
}
