package io.klamm.promql.functions;

/** {@code quantile_over_time}. */
final class QuantileOverTime extends SampleKernel {

    private final double[] quantiles;
    private double[] sorted = new double[64];

    /**
     * A quantile.
     *
     * @param quantiles the one asked for at each step
     */
    QuantileOverTime(double[] quantiles) {
        this.quantiles = quantiles;
    }

    @Override
    double value(int step, int low, int high) {
        int count = high - low;
        if (sorted.length < count) {
            sorted = new double[count * 2];
        }
        System.arraycopy(values, low, sorted, 0, count);
        return Quantiles.of(quantiles[step], sorted, count);
    }
}
