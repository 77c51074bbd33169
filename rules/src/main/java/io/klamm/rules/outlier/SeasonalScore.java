package io.klamm.rules.outlier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Scores a value against what its series was at the same time of earlier days, or of the same day of earlier weeks once there are enough of those.
 *
 * @param leastDays so many earlier days must be known before anything is said
 * @param leastWeeks from so many known weeks on, only the same day of the week counts
 */
record SeasonalScore(int leastDays, int leastWeeks) {

    /** What is usual: five days, four weeks. */
    static final SeasonalScore USUAL = new SeasonalScore(5, 4);

    private static final int DAYS = 35;

    /** How far back to ask, and at which times: one for each earlier day, the newest first. */
    static List<Duration> offsets() {
        List<Duration> offsets = new ArrayList<>();
        for (int day = 1; day <= DAYS; day++) {
            offsets.add(Duration.ofDays(day));
        }
        return offsets;
    }

    /**
     * The robust z-score of a value; empty while too little is known.
     *
     * @param past one value for each of {@link #offsets()}, NaN where there is none
     * @param least a difference that is not worth a word
     */
    OptionalDouble of(double value, double[] past, double least) {
        double[] weeks = known(past, 7);
        if (weeks.length >= leastWeeks) {
            return OptionalDouble.of(RobustScale.of(weeks, least).score(value));
        }
        double[] days = known(past, 1);
        return days.length < leastDays
                ? OptionalDouble.empty()
                : OptionalDouble.of(RobustScale.of(days, least).score(value));
    }

    private static double[] known(double[] past, int every) {
        List<Double> known = new ArrayList<>();
        for (int day = every; day <= past.length; day += every) {
            if (!Double.isNaN(past[day - 1])) {
                known.add(past[day - 1]);
            }
        }
        return known.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
