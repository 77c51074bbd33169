package io.klamm.rules.outlier;

import java.util.Arrays;

/**
 * The middle of values and how far they usually are from it, neither of which a few wild values can move.
 *
 * @param median the middle
 * @param deviation the median distance from it, scaled so that it equals the standard deviation of normal noise, and no smaller than what matters
 */
record RobustScale(double median, double deviation) {

    /** The largest score: everything beyond is as far as can be. */
    static final double MOST = 1000;

    /** Makes the median distance of normal noise its standard deviation. */
    private static final double NORMAL = 1.4826;

    /** Distances count from this part of the median on, so that peers that are all but equal do not make a small difference a large score. */
    private static final double LEAST_PART = 0.05;

    /** What a difference that is not worth a word counts at most. */
    private static final double LEAST_SCORE = 3;

    /**
     * Of values that are at least one.
     *
     * @param least a difference that is not worth a word, above 0
     */
    static RobustScale of(double[] values, double least) {
        double median = median(values);
        double[] distances =
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
        double deviation = NORMAL * median(distances);
        return new RobustScale(
                median, Math.max(deviation, Math.max(LEAST_PART * Math.abs(median), least / LEAST_SCORE)));
    }

    /** How many deviations a value is above the median; negative below. */
    double score(double value) {
        return Math.max(-MOST, Math.min(MOST, (value - median) / deviation));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
