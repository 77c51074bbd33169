package io.klamm.promql.ast;

import java.util.List;

/**
 * The samples of a range, of every series that a selector names: {@code up[5m]}. Offset and {@code @} are the selector's.
 *
 * @param range how far back, without the left end and with the right one
 */
public record MatrixSelector(Span position, VectorSelector selector, DurationExpr range) implements Expr {

    /**
     * The range in milliseconds.
     *
     * @throws IllegalStateException if it depends on the query: see {@link DurationResolver}
     */
    public long rangeMillis() {
        return range.literalMillis();
    }

    @Override
    public ValueType type() {
        return ValueType.MATRIX;
    }

    @Override
    public List<Expr> children() {
        return List.of(selector);
    }
}
