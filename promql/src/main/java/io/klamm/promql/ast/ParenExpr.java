package io.klamm.promql.ast;

import java.util.List;

/** An expression in brackets, which mean nothing but are kept as written. */
public record ParenExpr(Span position, Expr expr) implements Expr {

    @Override
    public ValueType type() {
        return expr.type();
    }

    @Override
    public List<Expr> children() {
        return List.of(expr);
    }
}
