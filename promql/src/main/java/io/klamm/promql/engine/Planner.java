package io.klamm.promql.engine;

import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.Aggregator;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.NumberLiteral;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.StepInvariantExpr;
import io.klamm.promql.ast.StringLiteral;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.functions.Operators;
import io.klamm.promql.functions.PointFunctions;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.MergedRows;
import io.klamm.promql.operator.RepeatedRows;
import io.klamm.promql.operator.RowOperator;
import io.klamm.promql.operator.ScalarOperator;
import io.klamm.promql.operator.Scalars;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.operator.aggregate.Aggregation;
import io.klamm.promql.operator.aggregate.CountedValues;
import io.klamm.promql.operator.aggregate.Grouping;
import io.klamm.promql.operator.aggregate.TopRows;
import io.klamm.promql.operator.join.FilterJoin;
import io.klamm.promql.operator.join.Join;
import io.klamm.promql.operator.join.UnionJoin;
import io.klamm.promql.row.Steps;
import io.klamm.promql.value.QueryException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes operators of an expression. Decides only; nothing is read before the operators are asked. */
final class Planner {

    private final Evaluation evaluation;
    private final Optional<Measures> measures;
    private final RangePlanner ranges;
    private final CallPlanner calls;
    private final LabelNames names;

    Planner(
            Evaluation evaluation,
            EngineSettings settings,
            QueryOptions options,
            QuerySpan span,
            String expression,
            Optional<Measures> measures) {
        this.evaluation = evaluation;
        this.measures = measures;
        this.names = new LabelNames(expression);
        long lookback = options.lookback().orElse(settings.lookback());
        this.ranges = new RangePlanner(evaluation, span, lookback, settings, this::vector);
        this.calls = new CallPlanner(this, ranges, evaluation, span, names);
    }

    /** A range vector that is the value of a whole query. */
    RangePlanner.Input range(Expr expr, Steps steps) {
        return ranges.range(expr, steps, "");
    }

    VectorOperator vector(Expr expr, Steps steps) {
        if (expr instanceof ParenExpr paren) {
            return vector(paren.expr(), steps);
        }
        if (expr instanceof StepInvariantExpr invariant) {
            VectorOperator single = vector(invariant.expr(), Steps.at(steps.start()));
            return steps.count() == 1 ? single : new RepeatedRows(single);
        }
        return measures.map(all -> all.vector(expr, () -> planVector(expr, steps)))
                .orElseGet(() -> planVector(expr, steps));
    }

    private VectorOperator planVector(Expr expr, Steps steps) {
        if (expr instanceof VectorSelector selector) {
            return ranges.instant(selector, steps, false);
        }
        if (expr instanceof Call call) {
            return calls.vector(call, steps);
        }
        if (expr instanceof AggregateExpr aggregate) {
            return aggregate(aggregate, steps);
        }
        if (expr instanceof BinaryExpr binary) {
            return merged(binary(binary, steps), steps);
        }
        if (expr instanceof UnaryExpr unary) {
            VectorOperator operand = vector(unary.expr(), steps);
            return unary.negative()
                    ? merged(new RowOperator(operand, PointFunctions::negate, evaluation::renamed), steps)
                    : operand;
        }
        throw new IllegalArgumentException("instant vector: " + expr.type() + " (expected: a vector)");
    }

    /** Functions that take labels away may leave series that cannot be told apart. */
    VectorOperator merged(VectorOperator operator, Steps steps) {
        return new MergedRows(evaluation, operator, steps.count());
    }

    ScalarOperator scalar(Expr expr, Steps steps) {
        if (expr instanceof ParenExpr paren) {
            return scalar(paren.expr(), steps);
        }
        if (expr instanceof NumberLiteral number) {
            return Scalars.constant(number.value(), steps.count());
        }
        if (expr instanceof StepInvariantExpr invariant) {
            return Scalars.repeated(scalar(invariant.expr(), Steps.at(steps.start())), steps.count());
        }
        return measures.map(all -> all.scalar(expr, () -> planScalar(expr, steps)))
                .orElseGet(() -> planScalar(expr, steps));
    }

    private ScalarOperator planScalar(Expr expr, Steps steps) {
        if (expr instanceof Call call) {
            return calls.scalar(call, steps);
        }
        if (expr instanceof BinaryExpr binary) {
            return Scalars.binary(binary.op(), scalar(binary.lhs(), steps), scalar(binary.rhs(), steps));
        }
        if (expr instanceof UnaryExpr unary) {
            ScalarOperator operand = scalar(unary.expr(), steps);
            return unary.negative() ? Scalars.map(operand, value -> -value) : operand;
        }
        throw new IllegalArgumentException("scalar: " + expr.type() + " (expected: a number)");
    }

    /** The text of an argument that is one. */
    static StringLiteral string(Expr expr) {
        Expr inner = expr;
        while (inner instanceof ParenExpr || inner instanceof StepInvariantExpr) {
            inner = inner.children().get(0);
        }
        return (StringLiteral) inner;
    }

    private VectorOperator aggregate(AggregateExpr expr, Steps steps) {
        VectorOperator input = vector(expr.expr(), steps);
        Grouping grouping = Grouping.of(expr);
        int count = steps.count();
        return switch (expr.op()) {
            case SUM, AVG, COUNT, MIN, MAX, GROUP, STDDEV, STDVAR ->
                Aggregation.of(evaluation, expr.op(), input, grouping, count);
            case TOPK, BOTTOMK -> {
                ScalarOperator param = scalar(param(expr), steps);
                yield new TopRows(evaluation, input, grouping, expr.op() == Aggregator.TOPK, param::values, count);
            }
            case QUANTILE ->
                Aggregation.quantile(evaluation, input, grouping, checkedQuantiles(expr, steps)::values, count);
            case COUNT_VALUES -> {
                StringLiteral label = string(param(expr));
                String name = names.valid(label, quoted -> "invalid label name " + quoted);
                yield new CountedValues(evaluation, input, grouping, name, count);
            }
            case LIMITK, LIMIT_RATIO ->
                throw QueryException.unsupported("aggregation " + expr.op().word());
        };
    }

    private static Expr param(AggregateExpr expr) {
        return Objects.requireNonNull(expr.param());
    }

    private ScalarOperator checkedQuantiles(AggregateExpr expr, Steps steps) {
        ScalarOperator quantiles = scalar(param(expr), steps);
        return () -> {
            double[] values = quantiles.values();
            for (double quantile : values) {
                if (!(quantile >= 0 && quantile <= 1)) {
                    evaluation
                            .annotations()
                            .invalidQuantile(quantile, param(expr).position());
                }
            }
            return values;
        };
    }

    private VectorOperator binary(BinaryExpr expr, Steps steps) {
        boolean leftIsScalar = expr.lhs().type() == ValueType.SCALAR;
        if (leftIsScalar || expr.rhs().type() == ValueType.SCALAR) {
            return withScalar(expr, leftIsScalar, steps);
        }
        VectorOperator left = vector(expr.lhs(), steps);
        VectorOperator right = vector(expr.rhs(), steps);
        VectorMatching matching = Objects.requireNonNull(expr.matching());
        int count = steps.count();
        return switch (expr.op()) {
            case AND -> new FilterJoin(evaluation, matching, left, right, true, count);
            case UNLESS -> new FilterJoin(evaluation, matching, left, right, false, count);
            case OR -> new UnionJoin(matching, left, right, count);
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_EQUAL,
                    GREATER,
                    GREATER_EQUAL,
                    ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    MODULO,
                    ATAN2,
                    POWER -> new Join(evaluation, expr.op(), matching, expr.returnBool(), left, right, count);
            case TRIM_UPPER, TRIM_LOWER ->
                throw QueryException.unsupported("operator " + expr.op().sign());
        };
    }

    private VectorOperator withScalar(BinaryExpr expr, boolean leftIsScalar, Steps steps) {
        ScalarOperator number = scalar(leftIsScalar ? expr.lhs() : expr.rhs(), steps);
        VectorOperator vector = vector(leftIsScalar ? expr.rhs() : expr.lhs(), steps);
        boolean renames = expr.op().kind() == BinaryOp.Kind.ARITHMETIC || expr.returnBool();
        UnaryOperator<Head> rename = renames ? evaluation::renamed : UnaryOperator.identity();
        return new RowOperator(
                vector,
                () -> Operators.withNumbers(expr.op(), number.values(), leftIsScalar, expr.returnBool()),
                rename);
    }
}
