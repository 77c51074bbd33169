package io.klamm.promql.functions;

import java.util.Arrays;

/**
 * The buckets of one classic histogram at one time: bounds that rise, and counts of what lies at or below each. To be filled again and again. For one
 * thread.
 */
public final class Buckets {

    private static final double SMALL_DIFFERENCE = 1e-12;

    private double[] bounds = new double[16];
    private double[] counts = new double[16];
    private int size;
    private boolean forced;
    private double lowestForced;
    private double highestForced;
    private double mostForced;

    /** Empties it. */
    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** Adds a bucket whose bound is not below that of the one before; one of the same bound adds to that. */
    public void add(double bound, double count) {
        if (size > 0 && bounds[size - 1] == bound) {
            counts[size - 1] += count;
            return;
        }
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        bounds[size] = bound;
        counts[size++] = count;
    }

    /** The value that this share of all observations does not exceed. Makes the counts monotonic: see {@link #forced()}. */
    public double quantile(double quantile) {
        forced = false;
        if (Double.isNaN(quantile)) {
            return Double.NaN;
        }
        if (quantile < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (quantile > 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (size == 0 || bounds[size - 1] != Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        makeMonotonic();
        if (size < 2 || counts[size - 1] == 0) {
            return Double.NaN;
        }
        return interpolated(quantile * counts[size - 1]);
    }

    private double interpolated(double rank) {
        int bucket = bucketOf(rank);
        if (bucket == size - 1) {
            return bounds[size - 2];
        }
        if (bucket == 0 && bounds[0] <= 0) {
            return bounds[0];
        }
        double lower = bucket == 0 ? 0 : bounds[bucket - 1];
        double below = bucket == 0 ? 0 : counts[bucket - 1];
        return lower + (bounds[bucket] - lower) * ((rank - below) / (counts[bucket] - below));
    }

    /** The first bucket but the last whose count reaches the rank; the last if there is none. Binary, as what counts may be not a number. */
    private int bucketOf(double rank) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts[middle] >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void makeMonotonic() {
        lowestForced = Double.POSITIVE_INFINITY;
        highestForced = Double.NEGATIVE_INFINITY;
        mostForced = 0;
        double previous = counts[0];
        for (int i = 1; i < size; i++) {
            double count = counts[i];
            if (count == previous) {
                continue;
            }
            if (almostEqual(previous, count)) {
                counts[i] = previous;
            } else if (count < previous) {
                counts[i] = previous;
                forced = true;
                lowestForced = Math.min(lowestForced, bounds[i]);
                highestForced = Math.max(highestForced, bounds[i]);
                mostForced = Math.max(mostForced, previous - count);
            } else {
                previous = count;
            }
        }
    }

    private static boolean almostEqual(double a, double b) {
        return Almost.equal(a, b, SMALL_DIFFERENCE);
    }

    /** The share of all observations between two values. */
    public double fraction(double lower, double upper) {
        if (size == 0 || bounds[size - 1] != Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        double total = counts[size - 1];
        if (total == 0 || Double.isNaN(lower) || Double.isNaN(upper)) {
            return Double.NaN;
        }
        return lower >= upper ? 0 : (rank(upper, total) - rank(lower, total)) / total;
    }

    /** How many observations are estimated to lie at or below a value. */
    private double rank(double value, double total) {
        double rank = 0;
        double lower = bounds[0] <= 0 ? Double.NEGATIVE_INFINITY : 0;
        for (int i = 0; i < size; i++) {
            if (lower >= value) {
                return Math.min(rank, total);
            }
            if (bounds[i] > value) {
                double within = lower == Double.NEGATIVE_INFINITY
                        ? counts[i]
                        : rank + (counts[i] - rank) * (value - lower) / (bounds[i] - lower);
                return within > total ? total : within;
            }
            rank = counts[i];
            lower = bounds[i];
        }
        return total;
    }

    /** Whether {@link #quantile} had to raise a count that was below the one before. */
    public boolean forced() {
        return forced;
    }

    /** The bound of the lowest bucket that was raised. */
    public double lowestForced() {
        return lowestForced;
    }

    /** The bound of the highest bucket that was raised. */
    public double highestForced() {
        return highestForced;
    }

    /** By how much a count was raised at most. */
    public double mostForced() {
        return mostForced;
    }
}
