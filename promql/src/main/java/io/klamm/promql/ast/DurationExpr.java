package io.klamm.promql.ast;

import org.jspecify.annotations.Nullable;

/** A length of time in a range, an offset or a step: written out, or computed from the query's own step and range. */
public sealed interface DurationExpr {

    /** Where it stands in the text. */
    Span position();

    /**
     * The length in milliseconds, of one that is written out.
     *
     * @throws IllegalStateException if it is computed: {@link DurationResolver} makes literals of those
     */
    default long literalMillis() {
        throw new IllegalStateException("duration: computed (expected: a literal; resolve the expression first)");
    }

    /**
     * A length that is written out, as {@code 5m} or {@code 300}.
     *
     * @param seconds the length; negative only in an offset
     * @param duration whether it is written with units
     */
    record Literal(Span position, double seconds, boolean duration) implements DurationExpr {

        /** One of so many milliseconds, written with units. */
        public static Literal ofMillis(Span position, long millis) {
            return new Literal(position, millis / 1000.0, true);
        }

        /** In milliseconds; what is less than one is cut off, but not what is lost in binary fractions. */
        @Override
        public long literalMillis() {
            return Math.round(seconds * 1e9) / 1_000_000;
        }
    }

    /** What the query itself says: {@code step()} or {@code range()}. */
    record QueryTime(Span position, Kind kind) implements DurationExpr {

        /** Which of the query's lengths. */
        public enum Kind {
            /** Between two evaluations; 0 of an instant query. */
            STEP("step"),
            /** From the first evaluation to the last; 0 of an instant query. */
            RANGE("range");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /** As written, without brackets. */
            public String word() {
                return word;
            }
        }
    }

    /**
     * Two lengths and an operator.
     *
     * @param lhs null for a sign before {@code rhs}
     */
    record Operation(Span position, Op op, @Nullable DurationExpr lhs, DurationExpr rhs) implements DurationExpr {}

    /** The lesser or the greater of two: {@code min_of(a, b)}. */
    record Pick(Span position, boolean least, DurationExpr one, DurationExpr other) implements DurationExpr {

        /** As written, without brackets. */
        public String word() {
            return least ? "min_of" : "max_of";
        }
    }

    /** One in brackets. */
    record Paren(Span position, DurationExpr inner) implements DurationExpr {}

    /** The arithmetic of lengths, in seconds. */
    enum Op {
        ADD(BinaryOp.ADD),
        SUBTRACT(BinaryOp.SUBTRACT),
        MULTIPLY(BinaryOp.MULTIPLY),
        DIVIDE(BinaryOp.DIVIDE),
        MODULO(BinaryOp.MODULO),
        POWER(BinaryOp.POWER);

        private final BinaryOp sameAs;

        Op(BinaryOp sameAs) {
            this.sameAs = sameAs;
        }

        public String sign() {
            return sameAs.sign();
        }

        public int precedence() {
            return sameAs.precedence();
        }
    }
}
