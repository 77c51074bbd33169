package io.klamm.promql.ast;

import java.util.List;

/**
 * A sign before an expression.
 *
 * @param negative minus; a plus changes nothing, but is kept as written
 */
public record UnaryExpr(Span position, boolean negative, Expr expr) implements Expr {

    @Override
    public ValueType type() {
        return expr.type();
    }

    @Override
    public List<Expr> children() {
        return List.of(expr);
    }

    /** As written: {@code +} or {@code -}. */
    public String sign() {
        return negative ? "-" : "+";
    }
}
