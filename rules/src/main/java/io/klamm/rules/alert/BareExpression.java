package io.klamm.rules.alert;

import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.Aggregator;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.ParenExpr;
import io.klamm.promql.ast.SubqueryExpr;
import io.klamm.promql.ast.UnaryExpr;
import io.klamm.promql.ast.ValueType;
import io.klamm.promql.printer.ExprPrinter;
import java.util.Optional;
import java.util.Set;

/**
 * An expression without its conditions: it gives an element wherever there are data to judge by, whatever the judgement. Comparisons say 0 or 1 instead of dropping, what {@code unless} takes away
 * stays, and {@code topk} takes all.
 */
public final class BareExpression {

    private static final Set<String> ABSENT = Set.of("absent", "absent_over_time");
    private static final Set<Aggregator> CHOOSING =
            Set.of(Aggregator.TOPK, Aggregator.BOTTOMK, Aggregator.LIMITK, Aggregator.LIMIT_RATIO);

    private BareExpression() {}

    /** The bare form in PromQL; nothing for an expression that asks whether data are missing. */
    public static Optional<String> of(Expr expr) {
        return asksForAbsence(expr) ? Optional.empty() : Optional.of(ExprPrinter.print(bare(expr)));
    }

    private static boolean asksForAbsence(Expr expr) {
        return (expr instanceof Call call && ABSENT.contains(call.function().name()))
                || expr.children().stream().anyMatch(BareExpression::asksForAbsence);
    }

    private static Expr bare(Expr expr) {
        if (expr instanceof BinaryExpr binary) {
            return binary(binary);
        }
        if (expr instanceof AggregateExpr aggregate) {
            return aggregate(aggregate);
        }
        if (expr instanceof Call call) {
            return new Call(
                    call.position(),
                    call.function(),
                    call.args().stream().map(BareExpression::bare).toList());
        }
        if (expr instanceof ParenExpr paren) {
            return new ParenExpr(paren.position(), bare(paren.expr()));
        }
        if (expr instanceof UnaryExpr unary) {
            return new UnaryExpr(unary.position(), unary.negative(), bare(unary.expr()));
        }
        if (expr instanceof SubqueryExpr subquery) {
            return new SubqueryExpr(
                    subquery.position(), bare(subquery.expr()), subquery.range(), subquery.step(), subquery.time());
        }
        return expr;
    }

    private static Expr binary(BinaryExpr binary) {
        Expr left = bare(binary.lhs());
        if (binary.op() == BinaryOp.UNLESS) {
            return left;
        }
        boolean asks = binary.op().comparison() && binary.type() == ValueType.VECTOR;
        return new BinaryExpr(
                binary.position(),
                binary.type(),
                binary.op(),
                left,
                bare(binary.rhs()),
                binary.matching(),
                binary.returnBool() || asks);
    }

    private static Expr aggregate(AggregateExpr aggregate) {
        Expr inner = bare(aggregate.expr());
        return CHOOSING.contains(aggregate.op())
                ? new ParenExpr(aggregate.position(), inner)
                : new AggregateExpr(
                        aggregate.position(),
                        aggregate.op(),
                        inner,
                        aggregate.param(),
                        aggregate.grouping(),
                        aggregate.without());
    }
}
