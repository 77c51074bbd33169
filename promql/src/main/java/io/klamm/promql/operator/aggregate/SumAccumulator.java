package io.klamm.promql.operator.aggregate;

import io.klamm.promql.row.Row;
import io.klamm.storage.KahanSum;
import java.util.Arrays;

/** {@code sum}, with the rounding error of each step carried along. */
final class SumAccumulator implements Accumulator {

    private final double[] sums;
    private final double[] rests;

    SumAccumulator(int steps) {
        sums = new double[steps];
        rests = new double[steps];
        Arrays.fill(sums, Row.ABSENT);
    }

    @Override
    public int cost() {
        return 1;
    }

    @Override
    public void add(Row row) {
        double[] values = row.values();
        for (int i = row.from(); i < row.to(); i++) {
            double value = values[i];
            if (Row.absent(value)) {
                continue;
            }
            double sum = sums[i];
            if (Row.absent(sum)) {
                sums[i] = value;
                continue;
            }
            double next = sum + value;
            rests[i] = KahanSum.rest(rests[i], sum, value, next);
            sums[i] = next;
        }
    }

    @Override
    public void finish(Row out) {
        double[] values = out.values();
        for (int i = 0; i < sums.length; i++) {
            double sum = sums[i];
            values[i] = Row.absent(sum) || Double.isInfinite(sum) ? sum : sum + rests[i];
        }
        out.span(0, sums.length);
    }
}
