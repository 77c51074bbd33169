package io.klamm.promql.engine;

import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.NumberLiteral;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.StepInvariantExpr;
import io.klamm.promql.ast.StringLiteral;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.TimeModifier;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.ast.VectorSelector;
import java.util.List;
import java.util.Set;

/** Finds the largest parts of an expression that have one value over the whole query, because {@code @} fixes all of their times. */
final class StepInvariants {

    /** What the time of evaluation tells, or the times of the samples that it is given. */
    private static final Set<String> DEPENDENT = Set.of(
            "days_in_month",
            "day_of_month",
            "day_of_week",
            "day_of_year",
            "hour",
            "minute",
            "month",
            "year",
            "predict_linear",
            "time",
            "timestamp",
            "start",
            "end",
            "step",
            "range");

    private StepInvariants() {}

    /** The same expression, each of these parts in a {@link StepInvariantExpr}. */
    static Expr mark(Expr expr) {
        return invariant(expr) ? wrapped(expr) : within(expr);
    }

    private static boolean invariant(Expr expr) {
        if (expr instanceof NumberLiteral || expr instanceof StringLiteral) {
            return true;
        }
        if (expr instanceof VectorSelector selector) {
            return fixed(selector.time());
        }
        if (expr instanceof SubqueryExpr subquery) {
            return fixed(subquery.time());
        }
        if (expr instanceof Call call && DEPENDENT.contains(call.function().name())) {
            return false;
        }
        return expr.children().stream().allMatch(StepInvariants::invariant);
    }

    private static boolean fixed(TimeModifier time) {
        return time.at() != null;
    }

    /** Literals are as cheap as what would stand around them; a range fixes its windows by itself. */
    private static Expr wrapped(Expr expr) {
        if (expr instanceof NumberLiteral || expr instanceof StringLiteral || expr.type() == ValueType.MATRIX) {
            return within(expr);
        }
        return new StepInvariantExpr(within(expr));
    }

    private static Expr within(Expr expr) {
        if (expr instanceof ParenExpr paren) {
            return new ParenExpr(paren.position(), mark(paren.expr()));
        }
        if (expr instanceof UnaryExpr unary) {
            return new UnaryExpr(unary.position(), unary.negative(), mark(unary.expr()));
        }
        if (expr instanceof BinaryExpr b) {
            return new BinaryExpr(b.op(), mark(b.lhs()), mark(b.rhs()), b.matching(), b.returnBool());
        }
        if (expr instanceof AggregateExpr a) {
            Expr param = a.param() == null ? null : mark(a.param());
            return new AggregateExpr(a.position(), a.op(), mark(a.expr()), param, a.grouping(), a.without());
        }
        if (expr instanceof Call call) {
            List<Expr> args = call.args().stream().map(StepInvariants::mark).toList();
            return new Call(call.position(), call.function(), args);
        }
        if (expr instanceof SubqueryExpr s) {
            return new SubqueryExpr(s.position(), mark(s.expr()), s.range(), s.step(), s.time());
        }
        return expr;
    }
}
