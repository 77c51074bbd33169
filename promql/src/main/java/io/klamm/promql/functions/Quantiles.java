package io.klamm.promql.functions;

import java.util.Arrays;

/** Quantiles of values, interpolated between the two that lie nearest; what is not a number counts as the least. */
public final class Quantiles {

    private Quantiles() {}

    /** The quantile of the first {@code count} values, which are put in another order; not a number if there are none. */
    public static double of(double quantile, double[] values, int count) {
        if (count == 0 || Double.isNaN(quantile)) {
            return Double.NaN;
        }
        if (quantile < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (quantile > 1) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(values, 0, count);
        int numbers = count;
        while (numbers > 0 && Double.isNaN(values[numbers - 1])) {
            numbers--;
        }
        double rank = quantile * (count - 1);
        int lower = (int) Math.max(0, Math.floor(rank));
        int upper = Math.min(count - 1, lower + 1);
        double weight = rank - Math.floor(rank);
        int nans = count - numbers;
        return at(values, lower, nans) * (1 - weight) + at(values, upper, nans) * weight;
    }

    /** What stands at a rank when the last {@code nans} of the sorted values come first. */
    private static double at(double[] sorted, int rank, int nans) {
        return rank < nans ? Double.NaN : sorted[rank - nans];
    }
}
