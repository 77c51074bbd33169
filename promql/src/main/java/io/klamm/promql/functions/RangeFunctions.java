package io.klamm.promql.functions;

import io.klamm.promql.row.Windows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions over the samples of a range, by name. */
public final class RangeFunctions {

    private RangeFunctions() {}

    /**
     * The kernel of a function; nothing if there is no such function over ranges of numbers. ({@code absent_over_time} is
     * {@code present_over_time} here: what it makes of that is not arithmetic on one series.)
     *
     * @param params the values of its other arguments at each step, in order
     */
    public static Optional<RangeKernel> kernel(String function, Windows windows, double[]... params) {
        return Optional.ofNullable(
                switch (function) {
                    case "rate" -> new ExtrapolatedRate(windows, true, true);
                    case "increase" -> new ExtrapolatedRate(windows, true, false);
                    case "delta" -> new ExtrapolatedRate(windows, false, false);
                    case "irate" -> new InstantDelta(true);
                    case "idelta" -> new InstantDelta(false);
                    case "resets" -> new Occurrences(true);
                    case "changes" -> new Occurrences(false);
                    case "deriv" -> LinearRegression.slope(windows);
                    case "predict_linear" -> LinearRegression.predicting(windows, params[0]);
                    case "double_exponential_smoothing" -> new DoubleExponentialSmoothing(params[0], params[1]);
                    default -> overTime(function, params);
                });
    }

    private static @Nullable RangeKernel overTime(String function, double[]... params) {
        return switch (function) {
            case "sum_over_time" -> new SumOverTime();
            case "avg_over_time" -> new AvgOverTime();
            case "min_over_time" -> new ExtremeOverTime(false);
            case "max_over_time" -> new ExtremeOverTime(true);
            case "count_over_time" -> new CountOverTime();
            case "stdvar_over_time" -> new Variance(false);
            case "stddev_over_time" -> new Variance(true);
            case "quantile_over_time" -> new QuantileOverTime(params[0]);
            case "mad_over_time" -> new MadOverTime();
            case "first_over_time" -> PickKernel.first();
            case "last_over_time" -> PickKernel.last();
            case "present_over_time", "absent_over_time" -> PickKernel.present();
            case "ts_of_first_over_time" -> PickKernel.timeOfFirst();
            case "ts_of_last_over_time" -> PickKernel.timeOfLast();
            case "ts_of_max_over_time" -> new TimeOfExtreme(true);
            case "ts_of_min_over_time" -> new TimeOfExtreme(false);
            default -> null;
        };
    }
}
