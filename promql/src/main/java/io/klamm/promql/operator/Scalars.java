package io.klamm.promql.operator;

import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.functions.Operators;
import io.klamm.promql.row.Row;
import io.klamm.promql.row.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ways to a number at each step. */
public final class Scalars {

    private Scalars() {}

    /** Computed when it is first asked for, and kept. */
    private static final class Once implements ScalarOperator {
        private final Supplier<double[]> computation;
        private double @Nullable [] values;

        Once(Supplier<double[]> computation) {
            this.computation = computation;
        }

        @Override
        public double[] values() {
            double[] known = values;
            if (known == null) {
                known = computation.get();
                values = known;
            }
            return known;
        }
    }

    /** The same number at all steps. */
    public static ScalarOperator constant(double value, int steps) {
        return new Once(() -> {
            double[] values = new double[steps];
            Arrays.fill(values, value);
            return values;
        });
    }

    /** The time of each step, in seconds since the epoch. */
    public static ScalarOperator time(Steps steps) {
        return new Once(() -> {
            double[] values = new double[steps.count()];
            for (int i = 0; i < values.length; i++) {
                values[i] = steps.time(i) / 1000.0;
            }
            return values;
        });
    }

    /** A function of a number. */
    public static ScalarOperator map(ScalarOperator input, DoubleUnaryOperator function) {
        return new Once(() -> Arrays.stream(input.values()).map(function).toArray());
    }

    /** An operator between two numbers. */
    public static ScalarOperator binary(BinaryOp op, ScalarOperator left, ScalarOperator right) {
        return combine(left, right, (a, b) -> Operators.scalar(op, a, b));
    }

    /** A function of two numbers. */
    public static ScalarOperator combine(ScalarOperator left, ScalarOperator right, DoubleBinaryOperator function) {
        return new Once(() -> {
            double[] a = left.values();
            double[] b = right.values();
            double[] values = new double[a.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = function.applyAsDouble(a[i], b[i]);
            }
            return values;
        });
    }

    /** What is the same at all steps, evaluated at one. */
    public static ScalarOperator repeated(ScalarOperator single, int steps) {
        return new Once(() -> {
            double[] values = new double[steps];
            Arrays.fill(values, single.values()[0]);
            return values;
        });
    }

    /** The value of the only series that has one at a step; not a number where there is none or more than one. */
    public static ScalarOperator only(VectorOperator input, int steps) {
        return new Once(() -> {
            List<Head> heads = input.heads();
            int[] found = new int[steps];
            double[] values = new double[steps];
            Row row = new Row(steps);
            for (int i = 0; i < heads.size(); i++) {
                input.next(row);
                for (int step = row.from(); step < row.to(); step++) {
                    if (!Row.absent(row.values()[step])) {
                        found[step]++;
                        values[step] = row.values()[step];
                    }
                }
            }
            for (int step = 0; step < steps; step++) {
                values[step] = found[step] == 1 ? values[step] : Double.NaN;
            }
            return values;
        });
    }
}
