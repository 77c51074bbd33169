package io.klamm.promql.script;

import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.AtTime;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.DurationException;
import io.klamm.promql.ast.DurationResolver;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.TimeModifier;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.parser.ParseException;
import io.klamm.promql.parser.ParserOptions;
import io.klamm.promql.parser.PromqlParser;
import io.klamm.promql.printer.ExprPrinter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Other ways to ask for the same: every selector fixed to a time by {@code @}, and evaluated at other times. */
final class AtVariants {

    /** Functions that tell the time of evaluation, or the times of the query. */
    private static final Set<String> TELL_TIMES = Set.of(
            "days_in_month",
            "day_of_month",
            "day_of_week",
            "day_of_year",
            "end",
            "hour",
            "minute",
            "month",
            "predict_linear",
            "range",
            "start",
            "step",
            "time",
            "timestamp",
            "year");

    private static final Set<String> TELL_THE_RANGE = Set.of("start", "end", "step", "range");

    private final long time;

    private AtVariants(long time) {
        this.time = time;
    }

    /** An expression, and when to evaluate it. */
    record Variant(String expression, long time) {

        @Override
        public String toString() {
            return "as " + expression + " at " + time + " ms";
        }
    }

    /** The variants of an expression that is expected at a time; none if it is no expression, or tells the time. */
    static List<Variant> of(String expression, long time) {
        Optional<Expr> expr = parse(expression);
        if (expr.isEmpty() || calls(expr.get(), TELL_TIMES)) {
            return List.of();
        }
        String fixed = ExprPrinter.print(new AtVariants(time).fix(expr.get()));
        LongStream times =
                time == 0 ? LongStream.of(-1000, 0, 1000) : LongStream.of(-10 * time, 0, time / 5, time, 10 * time);
        return times.mapToObj(at -> new Variant(fixed, at)).toList();
    }

    /** Whether an expression tells the times of its query, so that an instant and a range differ. */
    static boolean dependsOnRange(String expression) {
        return parse(expression)
                .map(expr -> calls(expr, TELL_THE_RANGE) || bound(expr) || computed(expr))
                .orElse(false);
    }

    private static Optional<Expr> parse(String expression) {
        try {
            return Optional.of(PromqlParser.parse(expression, ParserOptions.EVERYTHING));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static boolean calls(Expr expr, Set<String> functions) {
        return (expr instanceof Call call && functions.contains(call.function().name()))
                || expr.children().stream().anyMatch(child -> calls(child, functions));
    }

    private static boolean bound(Expr expr) {
        boolean here = (expr instanceof VectorSelector selector
                        && selector.time().at() instanceof AtTime.Bound)
                || (expr instanceof SubqueryExpr subquery && subquery.time().at() instanceof AtTime.Bound);
        return here || expr.children().stream().anyMatch(AtVariants::bound);
    }

    /** Whether a range, step or offset is computed from the times of the query. */
    private static boolean computed(Expr expr) {
        try {
            return !DurationResolver.resolve(expr, 1000, 1000).equals(DurationResolver.resolve(expr, 2000, 2000));
        } catch (DurationException e) {
            return true;
        }
    }

    private Expr fix(Expr expr) {
        if (expr instanceof VectorSelector selector) {
            return fixed(selector);
        }
        if (expr instanceof MatrixSelector matrix) {
            return new MatrixSelector(matrix.position(), fixed(matrix.selector()), matrix.range());
        }
        if (expr instanceof SubqueryExpr s) {
            return new SubqueryExpr(s.position(), s.expr(), s.range(), s.step(), fixed(s.time()));
        }
        if (expr instanceof ParenExpr paren) {
            return new ParenExpr(paren.position(), fix(paren.expr()));
        }
        if (expr instanceof UnaryExpr unary) {
            return new UnaryExpr(unary.position(), unary.negative(), fix(unary.expr()));
        }
        if (expr instanceof BinaryExpr b) {
            return new BinaryExpr(b.op(), fix(b.lhs()), fix(b.rhs()), b.matching(), b.returnBool());
        }
        if (expr instanceof AggregateExpr a) {
            Expr param = a.param() == null ? null : fix(a.param());
            return new AggregateExpr(a.position(), a.op(), fix(a.expr()), param, a.grouping(), a.without());
        }
        if (expr instanceof Call call) {
            List<Expr> args = call.args().stream().map(this::fix).toList();
            return new Call(call.position(), call.function(), args);
        }
        return expr;
    }

    private VectorSelector fixed(VectorSelector s) {
        return new VectorSelector(s.position(), s.name(), s.matchers(), fixed(s.time()), s.window());
    }

    /** What is fixed already stays as it is; the ends of an instant query are its time. */
    private TimeModifier fixed(TimeModifier modifier) {
        boolean free = modifier.at() == null || modifier.at() instanceof AtTime.Bound;
        return free ? modifier.withAt(new AtTime.Fixed(time)) : modifier;
    }
}
