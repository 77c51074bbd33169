package io.klamm.promql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression evaluated at every step of a range: {@code rate(x[1m])[1h:5m] offset 1d}.
 *
 * @param range how far back
 * @param step between evaluations; null where it is left to the engine's default
 */
public record SubqueryExpr(
        Span position,
        Expr expr,
        DurationExpr range,
        @Nullable DurationExpr step,
        TimeModifier time) implements Expr {

    /**
     * The range in milliseconds.
     *
     * @throws IllegalStateException if it depends on the query: see {@link DurationResolver}
     */
    public long rangeMillis() {
        return range.literalMillis();
    }

    /**
     * The step in milliseconds, 0 where none is written.
     *
     * @throws IllegalStateException if it depends on the query: see {@link DurationResolver}
     */
    public long stepMillis() {
        return step == null ? 0 : step.literalMillis();
    }

    @Override
    public ValueType type() {
        return ValueType.MATRIX;
    }

    @Override
    public List<Expr> children() {
        return List.of(expr);
    }
}
