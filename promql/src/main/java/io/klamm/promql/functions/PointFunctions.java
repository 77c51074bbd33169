package io.klamm.promql.functions;

import io.klamm.promql.row.Row;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions of one value at one time, by name. */
public final class PointFunctions {

    private PointFunctions() {}

    /**
     * The function of this name; nothing if there is none over single numbers.
     *
     * @param params the values of its scalar arguments at each step, in order
     */
    public static Optional<RowFunction> find(String name, double[]... params) {
        DoubleUnaryOperator function = unary(name);
        if (function != null) {
            return Optional.of(each(function));
        }
        return Optional.ofNullable(withParams(name, params));
    }

    /** Applies a function of one number at each step. */
    static RowFunction each(DoubleUnaryOperator function) {
        return row -> {
            double[] values = row.values();
            for (int i = row.from(); i < row.to(); i++) {
                if (!Row.absent(values[i])) {
                    values[i] = function.applyAsDouble(values[i]);
                }
            }
        };
    }

    /** Changes the sign. */
    public static RowFunction negate() {
        return each(value -> -value);
    }

    private static @Nullable DoubleUnaryOperator unary(String name) {
        return switch (name) {
            case "abs" -> Math::abs;
            case "ceil" -> Math::ceil;
            case "floor" -> Math::floor;
            case "exp" -> Math::exp;
            case "sqrt" -> Math::sqrt;
            case "ln" -> Math::log;
            case "log2" -> GoMath::log2;
            case "log10" -> Math::log10;
            case "sgn" -> value -> value < 0 ? -1 : value > 0 ? 1 : value;
            case "rad" -> value -> value * Math.PI / 180;
            case "deg" -> value -> value * 180 / Math.PI;
            default -> angle(name);
        };
    }

    private static @Nullable DoubleUnaryOperator angle(String name) {
        return switch (name) {
            case "sin" -> Math::sin;
            case "cos" -> Math::cos;
            case "tan" -> Math::tan;
            case "asin" -> Math::asin;
            case "acos" -> Math::acos;
            case "atan" -> Math::atan;
            case "sinh" -> Math::sinh;
            case "cosh" -> Math::cosh;
            case "tanh" -> Math::tanh;
            case "asinh" -> GoMath::asinh;
            case "acosh" -> GoMath::acosh;
            case "atanh" -> GoMath::atanh;
            default -> CalendarFunctions.find(name);
        };
    }

    private static @Nullable RowFunction withParams(String name, double[]... params) {
        return switch (name) {
            case "histogram_avg", "histogram_count", "histogram_stddev", "histogram_stdvar", "histogram_sum" ->
                // They know native histograms only: a number is none.
                row -> row.span(0, 0);
            case "round" -> params.length == 0 ? each(value -> Math.floor(value + 0.5)) : round(params[0]);
            case "clamp" -> clamp(params[0], params[1]);
            case "clamp_min" -> clamp(params[0], null);
            case "clamp_max" -> clamp(null, params[0]);
            default -> null;
        };
    }

    /** To the nearest multiple, halves up. */
    private static RowFunction round(double[] nearest) {
        return row -> {
            double[] values = row.values();
            for (int i = row.from(); i < row.to(); i++) {
                if (!Row.absent(values[i])) {
                    double inverse = 1.0 / nearest[i];
                    values[i] = Math.floor(values[i] * inverse + 0.5) / inverse;
                }
            }
        };
    }

    private static RowFunction clamp(double @Nullable [] least, double @Nullable [] most) {
        return row -> {
            double[] values = row.values();
            for (int i = row.from(); i < row.to(); i++) {
                double low = least == null ? Double.NEGATIVE_INFINITY : least[i];
                double high = most == null ? Double.POSITIVE_INFINITY : most[i];
                if (high < low) {
                    values[i] = Row.ABSENT;
                } else if (!Row.absent(values[i])) {
                    values[i] = GoMath.max(low, GoMath.min(high, values[i]));
                }
            }
        };
    }
}
