package io.klamm.promql.operator.aggregate;

import io.klamm.promql.row.Row;

/** {@code stdvar} and {@code stddev}: Welford's recurrence. A group with a value that is not finite has no variance. */
final class VarianceAccumulator implements Accumulator {

    private final boolean root;
    private final double[] squares;
    private final double[] means;
    private final int[] counts;

    VarianceAccumulator(int steps, boolean root) {
        this.root = root;
        squares = new double[steps];
        means = new double[steps];
        counts = new int[steps];
    }

    @Override
    public int cost() {
        return 2;
    }

    @Override
    public void add(Row row) {
        double[] values = row.values();
        for (int i = row.from(); i < row.to(); i++) {
            double value = values[i];
            if (Row.absent(value)) {
                continue;
            }
            if (counts[i]++ == 0) {
                means[i] = value;
                squares[i] = Double.isFinite(value) ? 0 : Double.NaN;
            } else {
                double delta = value - means[i];
                means[i] += delta / counts[i];
                squares[i] += delta * (value - means[i]);
            }
        }
    }

    @Override
    public void finish(Row out) {
        double[] values = out.values();
        for (int i = 0; i < counts.length; i++) {
            double variance = squares[i] / counts[i];
            values[i] = counts[i] == 0 ? Row.ABSENT : root ? Math.sqrt(variance) : variance;
        }
        out.span(0, counts.length);
    }
}
