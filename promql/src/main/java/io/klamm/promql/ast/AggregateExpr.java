package io.klamm.promql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Series put together in groups: {@code topk by (topic) (5, lag)}.
 *
 * @param expr what is put together
 * @param param the first argument of those that have two; null for the others
 * @param grouping names of labels, as written; empty where nothing is written
 * @param without whether groups differ in the labels that are not named, rather than in those that are
 */
public record AggregateExpr(
        Span position, Aggregator op, Expr expr, @Nullable Expr param, List<String> grouping, boolean without)
        implements Expr {

    public AggregateExpr {
        grouping = List.copyOf(grouping);
    }

    @Override
    public ValueType type() {
        return ValueType.VECTOR;
    }

    @Override
    public List<Expr> children() {
        return param == null ? List.of(expr) : List.of(param, expr);
    }
}
