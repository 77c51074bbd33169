package io.klamm.promql.engine;

import io.klamm.promql.ast.AggregateExpr;
import io.klamm.promql.ast.Aggregator;
import io.klamm.promql.ast.BinaryExpr;
import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.ast.Call;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.promql.ast.WindowMode;
import io.klamm.promql.value.QueryException;
import java.util.Set;

/** Refuses, by name, what the parser knows and the engine does not yet. */
final class Unsupported {

    private static final Set<String> FUNCTIONS = Set.of("info", "start_timestamp");

    private Unsupported() {}

    static void refuse(Expr expr) {
        if (expr instanceof VectorSelector selector && selector.window() != WindowMode.EXACT) {
            throw QueryException.unsupported("modifier " + selector.window().keyword());
        }
        if (expr instanceof Call call && FUNCTIONS.contains(call.function().name())) {
            throw QueryException.unsupported("function " + call.function().name() + "()");
        }
        if (expr instanceof AggregateExpr aggregate
                && (aggregate.op() == Aggregator.LIMITK || aggregate.op() == Aggregator.LIMIT_RATIO)) {
            throw QueryException.unsupported("aggregation " + aggregate.op().word());
        }
        if (expr instanceof BinaryExpr binary) {
            refuse(binary);
        }
        expr.children().forEach(Unsupported::refuse);
    }

    private static void refuse(BinaryExpr binary) {
        VectorMatching matching = binary.matching();
        if (matching != null && matching.fills()) {
            throw QueryException.unsupported("modifier fill");
        }
        if (binary.op().kind() == BinaryOp.Kind.TRIM) {
            throw QueryException.unsupported("operator " + binary.op().sign());
        }
    }
}
