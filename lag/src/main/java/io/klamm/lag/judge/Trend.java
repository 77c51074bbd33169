package io.klamm.lag.judge;

import java.util.Arrays;

/**
 * Where a row of (time, value) points is going: Theil and Sen's slope, the median over all pairs, which single outliers do not move.
 *
 * @param slope value per millisecond
 * @param agreement of all pairs, the share that rises less the share that falls: 1 for a row that always rises, 0 for one that goes nowhere (Kendall)
 * @param noise median distance of the points from the line
 */
record Trend(double slope, double agreement, double noise) {

    private static final Trend NONE = new Trend(0, 0, 0);

    /** Of points in order of time; none of fewer than two. */
    static Trend of(long[] times, double[] values) {
        int pairs = times.length * (times.length - 1) / 2;
        if (pairs == 0) {
            return NONE;
        }
        double[] slopes = new double[pairs];
        int at = 0;
        int agreeing = 0;
        for (int left = 0; left < times.length; left++) {
            for (int right = left + 1; right < times.length; right++) {
                double rise = values[right] - values[left];
                slopes[at] = rise / Math.max(1, times[right] - times[left]);
                agreeing += (int) Math.signum(rise);
                at++;
            }
        }
        double slope = median(slopes);
        return new Trend(slope, (double) agreeing / pairs, noise(times, values, slope));
    }

    private static double noise(long[] times, double[] values, double slope) {
        double[] heights = new double[times.length];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = values[i] - slope * (times[i] - times[0]);
        }
        double middle = median(heights.clone());
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.abs(heights[i] - middle);
        }
        return median(heights);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
