package io.klamm.metrics;

import io.klamm.model.PartitionLag;

/** Sum and maximum of the lags of some partitions; what is not known is left out, and a maximum of nothing is not a number. */
final class LagSums {

    private long sum;
    private double max = Double.NaN;
    private double maxSeconds = Double.NaN;

    /** @param seconds lag in seconds, or not a number */
    void add(PartitionLag partition, double seconds) {
        if (partition.lag().isPresent()) {
            long lag = partition.lag().getAsLong();
            sum += lag;
            max = greater(max, (double) lag);
            maxSeconds = greater(maxSeconds, seconds);
        }
    }

    private static double greater(double known, double value) {
        return Double.isNaN(known) || value > known ? value : known;
    }

    long sum() {
        return sum;
    }

    double max() {
        return max;
    }

    double maxSeconds() {
        return maxSeconds;
    }
}
