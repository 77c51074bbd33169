package io.klamm.promql.functions;

import io.klamm.promql.row.Row;
import io.klamm.promql.row.Windows;
import io.klamm.storage.KahanSum;

/** {@code deriv} and {@code predict_linear}: the straight line that fits a window best. */
final class LinearRegression extends SampleKernel {

    private static final double[] NONE = {};

    private final Windows windows;
    private final boolean predict;
    private final double[] ahead;
    private final KahanSum sumX = new KahanSum();
    private final KahanSum sumY = new KahanSum();
    private final KahanSum sumXy = new KahanSum();
    private final KahanSum sumX2 = new KahanSum();
    private double slope;
    private double intercept;

    private LinearRegression(Windows windows, boolean predict, double[] ahead) {
        this.windows = windows;
        this.predict = predict;
        this.ahead = ahead;
    }

    static LinearRegression slope(Windows windows) {
        return new LinearRegression(windows, false, NONE);
    }

    /**
     * A prediction.
     *
     * @param ahead for each step, how many seconds after it the line is asked for
     */
    static LinearRegression predicting(Windows windows, double[] ahead) {
        return new LinearRegression(windows, true, ahead);
    }

    @Override
    double value(int step, int low, int high) {
        if (high - low < 2) {
            return Row.ABSENT;
        }
        fit(low, high, predict ? windows.steps().time(step) : times[low]);
        return predict ? slope * ahead[step] + intercept : slope;
    }

    private void fit(int low, int high, long origin) {
        sumX.clear();
        sumY.clear();
        sumXy.clear();
        sumX2.clear();
        double firstY = values[low];
        boolean constant = true;
        for (int i = low; i < high; i++) {
            double x = (times[i] - origin) / 1e3;
            double y = values[i];
            constant &= i == low || y == firstY;
            sumX.add(x);
            sumY.add(y);
            sumXy.add(x * y);
            sumX2.add(x * x);
        }
        if (constant) {
            boolean infinite = Double.isInfinite(firstY);
            slope = infinite ? Double.NaN : 0;
            intercept = infinite ? Double.NaN : firstY;
            return;
        }
        solve(high - low);
    }

    private void solve(double count) {
        double x = sumX.total();
        double y = sumY.total();
        double covariance = sumXy.total() - x * y / count;
        double variance = sumX2.total() - x * x / count;
        slope = covariance / variance;
        intercept = y / count - slope * x / count;
    }
}
