package io.klamm.promql.functions;

import io.klamm.promql.row.Row;
import io.klamm.promql.value.QueryException;
import java.util.Locale;

/** {@code double_exponential_smoothing} (Holt's linear method). */
final class DoubleExponentialSmoothing extends SampleKernel {

    private final double[] smoothing;
    private final double[] trend;

    DoubleExponentialSmoothing(double[] smoothing, double[] trend) {
        this.smoothing = smoothing;
        this.trend = trend;
    }

    @Override
    double value(int step, int low, int high) {
        double level = factor(smoothing[step], "smoothing");
        double slope = factor(trend[step], "trend");
        if (high - low < 2) {
            return Row.ABSENT;
        }
        double before = 0;
        double smoothed = values[low];
        double direction = values[low + 1] - values[low];
        for (int i = low + 1; i < high; i++) {
            if (i > low + 1) {
                direction = slope * (smoothed - before) + (1 - slope) * direction;
            }
            double next = level * values[i] + (1 - level) * (smoothed + direction);
            before = smoothed;
            smoothed = next;
        }
        return smoothed;
    }

    private static double factor(double value, String which) {
        if (value <= 0 || value >= 1) {
            throw QueryException.execution(String.format(
                    Locale.ROOT, "invalid %s factor. Expected: 0 < %cf < 1, got: %f", which, which.charAt(0), value));
        }
        return value;
    }
}
