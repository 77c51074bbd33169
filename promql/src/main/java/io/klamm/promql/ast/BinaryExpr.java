package io.klamm.promql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two expressions and an operator between them. Place and type are kept, not asked of the sides again and again: a sum has as many levels as terms.
 *
 * @param type a scalar of two scalars, else a vector
 * @param matching how series of the two sides find each other; null unless both sides are vectors
 * @param returnBool whether a comparison says 0 or 1 instead of dropping what it does not hold for
 */
public record BinaryExpr(
        Span position,
        ValueType type,
        BinaryOp op,
        Expr lhs,
        Expr rhs,
        @Nullable VectorMatching matching,
        boolean returnBool)
        implements Expr {

    /** An expression that stands from the beginning of its left side to the end of its right one. */
    public BinaryExpr(BinaryOp op, Expr lhs, Expr rhs, @Nullable VectorMatching matching, boolean returnBool) {
        this(lhs.position().to(rhs.position()), typeOf(lhs, rhs), op, lhs, rhs, matching, returnBool);
    }

    private static ValueType typeOf(Expr lhs, Expr rhs) {
        boolean scalars = lhs.type() == ValueType.SCALAR && rhs.type() == ValueType.SCALAR;
        return scalars ? ValueType.SCALAR : ValueType.VECTOR;
    }

    @Override
    public List<Expr> children() {
        return List.of(lhs, rhs);
    }
}
