package io.klamm.promql.ast;

/** The operators between two expressions. */
public enum BinaryOp {
    OR("or", 1, Kind.SET),
    AND("and", 2, Kind.SET),
    UNLESS("unless", 2, Kind.SET),
    EQUAL("==", 3, Kind.COMPARISON),
    NOT_EQUAL("!=", 3, Kind.COMPARISON),
    LESS("<", 3, Kind.COMPARISON),
    LESS_EQUAL("<=", 3, Kind.COMPARISON),
    GREATER(">", 3, Kind.COMPARISON),
    GREATER_EQUAL(">=", 3, Kind.COMPARISON),
    /** Keeps of a native histogram what is below a bound. */
    TRIM_UPPER("</", 3, Kind.TRIM),
    /** Keeps of a native histogram what is above a bound. */
    TRIM_LOWER(">/", 3, Kind.TRIM),
    ADD("+", 4, Kind.ARITHMETIC),
    SUBTRACT("-", 4, Kind.ARITHMETIC),
    MULTIPLY("*", 5, Kind.ARITHMETIC),
    DIVIDE("/", 5, Kind.ARITHMETIC),
    MODULO("%", 5, Kind.ARITHMETIC),
    ATAN2("atan2", 5, Kind.ARITHMETIC),
    POWER("^", 6, Kind.ARITHMETIC);

    /** What an operator does with its two sides. */
    public enum Kind {
        /** Computes a number of two. */
        ARITHMETIC,
        /** Keeps or drops what is on the left, or says 0 or 1. */
        COMPARISON,
        /** Puts sets of series together, whatever their values. */
        SET,
        /** Cuts native histograms. */
        TRIM
    }

    private final String sign;
    private final int precedence;
    private final Kind kind;

    BinaryOp(String sign, int precedence, Kind kind) {
        this.sign = sign;
        this.precedence = precedence;
        this.kind = kind;
    }

    /** As written. */
    public String sign() {
        return sign;
    }

    /** How tightly it binds: 1 is the loosest, 6 the tightest. */
    public int precedence() {
        return precedence;
    }

    public Kind kind() {
        return kind;
    }

    public boolean comparison() {
        return kind == Kind.COMPARISON;
    }

    public boolean set() {
        return kind == Kind.SET;
    }

    /** Whether {@code a op b op c} means {@code a op (b op c)}. */
    public boolean rightAssociative() {
        return this == POWER;
    }
}
