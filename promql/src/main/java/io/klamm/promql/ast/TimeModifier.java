package io.klamm.promql.ast;

import org.jspecify.annotations.Nullable;

/**
 * How a selector or a subquery moves the time at which it is evaluated: first to {@code at}, then back by {@code offset}.
 *
 * @param offset how far back it looks; negative is forward; null where nothing is written
 * @param at the fixed time in place of the evaluation time; null where nothing is written
 */
public record TimeModifier(
        @Nullable DurationExpr offset, @Nullable AtTime at) {

    /** Neither {@code offset} nor {@code @}. */
    public static final TimeModifier NONE = new TimeModifier(null, null);

    public TimeModifier withOffset(DurationExpr newOffset) {
        return new TimeModifier(newOffset, at);
    }

    public TimeModifier withAt(AtTime newAt) {
        return new TimeModifier(offset, newAt);
    }

    /**
     * The offset in milliseconds, 0 where none is written.
     *
     * @throws IllegalStateException if it depends on the query: see {@link DurationResolver}
     */
    public long offsetMillis() {
        return offset == null ? 0 : offset.literalMillis();
    }
}
