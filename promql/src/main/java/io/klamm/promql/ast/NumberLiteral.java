package io.klamm.promql.ast;

import java.util.List;

/**
 * A number that is written out.
 *
 * @param value the number; for a duration, seconds
 * @param duration whether it is written as a duration, as {@code 5m}
 */
public record NumberLiteral(Span position, double value, boolean duration) implements Expr {

    @Override
    public ValueType type() {
        return ValueType.SCALAR;
    }

    @Override
    public List<Expr> children() {
        return List.of();
    }
}
