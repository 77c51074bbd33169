package io.klamm.promql.functions;

import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;

/** The operators on numbers: of two, of a row and a number each step, of two rows. */
public final class Operators {

    private Operators() {}

    /** What an operator makes of two numbers; a comparison gives 1 or 0. */
    public static double scalar(BinaryOp op, double a, double b) {
        return op.comparison() ? (holds(op, a, b) ? 1 : 0) : compute(op, a, b);
    }

    /** An arithmetic operator. */
    public static double compute(BinaryOp op, double a, double b) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MODULO -> a % b;
            case POWER -> GoMath.pow(a, b);
            case ATAN2 -> Math.atan2(a, b);
            case OR, AND, UNLESS, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, TRIM_UPPER, TRIM_LOWER ->
                throw new IllegalArgumentException("operator " + op.sign() + " (expected: an arithmetic one)");
        };
    }

    /** Whether a comparison is true. */
    public static boolean holds(BinaryOp op, double a, double b) {
        return switch (op) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            case OR, AND, UNLESS, ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, ATAN2, POWER, TRIM_UPPER, TRIM_LOWER ->
                throw new IllegalArgumentException("operator " + op.sign() + " (expected: a comparison)");
        };
    }

    /**
     * An operator between a series and a number at each step.
     *
     * @param numbers the number at each step
     * @param numberFirst whether it stands on the left
     * @param bool whether a comparison gives 1 or 0 instead of dropping the value
     */
    public static RowFunction withNumbers(BinaryOp op, double[] numbers, boolean numberFirst, boolean bool) {
        if (op.comparison()) {
            return comparing(op, numbers, numberFirst, bool);
        }
        return row -> {
            double[] values = row.values();
            for (int i = row.from(); i < row.to(); i++) {
                double value = values[i];
                if (!Row.absent(value)) {
                    values[i] = numberFirst ? compute(op, numbers[i], value) : compute(op, value, numbers[i]);
                }
            }
        };
    }

    private static RowFunction comparing(BinaryOp op, double[] numbers, boolean numberFirst, boolean bool) {
        return row -> {
            double[] values = row.values();
            for (int i = row.from(); i < row.to(); i++) {
                double value = values[i];
                if (!Row.absent(value)) {
                    boolean holds = numberFirst ? holds(op, numbers[i], value) : holds(op, value, numbers[i]);
                    values[i] = kept(holds, bool, value);
                }
            }
        };
    }

    /**
     * Puts into a row what an operator makes of it and another; absent where one of them is.
     *
     * @param swapped whether the row stands on the right of the operator
     * @param bool whether a comparison gives 1 or 0 instead of dropping the value on the left
     */
    public static void rows(BinaryOp op, Row row, KeptRow other, boolean swapped, boolean bool) {
        int from = Math.max(row.from(), other.from());
        int to = Math.min(row.to(), other.to());
        row.span(from, to);
        double[] a = row.values();
        double[] b = other.values();
        int shift = other.from();
        for (int i = from; i < to; i++) {
            double one = a[i];
            double two = b[i - shift];
            a[i] = Row.absent(one) || Row.absent(two) ? Row.ABSENT : pair(op, one, two, swapped, bool);
        }
    }

    /** What an operator makes of a pair; {@link Row#ABSENT} if a comparison does not hold. See {@link #rows}. */
    public static double pair(BinaryOp op, double one, double two, boolean swapped, boolean bool) {
        double left = swapped ? two : one;
        double right = swapped ? one : two;
        return op.comparison() ? kept(holds(op, left, right), bool, left) : compute(op, left, right);
    }

    private static double kept(boolean holds, boolean bool, double value) {
        if (bool) {
            return holds ? 1 : 0;
        }
        return holds ? value : Row.ABSENT;
    }
}
