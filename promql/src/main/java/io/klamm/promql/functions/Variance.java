package io.klamm.promql.functions;

/** {@code stdvar_over_time} and {@code stddev_over_time}: Welford's recurrence with both sums compensated. */
final class Variance extends SampleKernel {

    private final boolean root;

    Variance(boolean root) {
        this.root = root;
    }

    @Override
    double value(int step, int low, int high) {
        double count = 0;
        double mean = 0;
        double meanRest = 0;
        double squares = 0;
        double squaresRest = 0;
        for (int i = low; i < high; i++) {
            count++;
            double delta = values[i] - (mean + meanRest);
            double part = delta / count;
            double nextMean = mean + part;
            meanRest = rest(meanRest, mean, part, nextMean);
            mean = nextMean;
            double square = delta * (values[i] - (mean + meanRest));
            double nextSquares = squares + square;
            squaresRest = rest(squaresRest, squares, square, nextSquares);
            squares = nextSquares;
        }
        double variance = (squares + squaresRest) / count;
        return root ? Math.sqrt(variance) : variance;
    }

    private static double rest(double before, double sum, double value, double next) {
        if (Double.isInfinite(next)) {
            return 0;
        }
        return before + (Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum);
    }
}
