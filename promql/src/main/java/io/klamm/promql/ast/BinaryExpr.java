package io.klamm.promql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two expressions and an operator between them.
 *
 * @param matching how series of the two sides find each other; null unless both sides are vectors
 * @param returnBool whether a comparison says 0 or 1 instead of dropping what it does not hold for
 */
public record BinaryExpr(
        BinaryOp op, Expr lhs, Expr rhs, @Nullable VectorMatching matching, boolean returnBool) implements Expr {

    @Override
    public Span position() {
        return lhs.position().to(rhs.position());
    }

    @Override
    public ValueType type() {
        return lhs.type() == ValueType.SCALAR && rhs.type() == ValueType.SCALAR ? ValueType.SCALAR : ValueType.VECTOR;
    }

    @Override
    public List<Expr> children() {
        return List.of(lhs, rhs);
    }
}
