package io.klamm.promql.ast;

import java.util.List;

/** An expression that has one value over the whole query, as a planner found; never the parser's, and not to be seen in print. */
public record StepInvariantExpr(Expr expr) implements Expr {

    @Override
    public Span position() {
        return expr.position();
    }

    @Override
    public ValueType type() {
        return expr.type();
    }

    @Override
    public List<Expr> children() {
        return List.of(expr);
    }
}
