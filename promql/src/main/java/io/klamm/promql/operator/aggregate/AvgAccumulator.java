package io.klamm.promql.operator.aggregate;

import io.klamm.promql.row.Row;
import io.klamm.storage.KahanSum;
import java.util.BitSet;

/** {@code avg}: see {@link io.klamm.promql.functions.RunningMean}, here for all steps at once. */
final class AvgAccumulator implements Accumulator {

    private final double[] totals;
    private final double[] rests;
    private final int[] counts;
    private final BitSet incremental = new BitSet();

    AvgAccumulator(int steps) {
        totals = new double[steps];
        rests = new double[steps];
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
                totals[i] = value;
            } else {
                add(i, value);
            }
        }
    }

    private void add(int step, double value) {
        if (!incremental.get(step)) {
            double next = totals[step] + value;
            if (!Double.isInfinite(next)) {
                kahan(step, value, next);
                return;
            }
            incremental.set(step);
            totals[step] /= counts[step] - 1;
            rests[step] /= counts[step] - 1;
        }
        double count = counts[step];
        double share = (count - 1) / count;
        totals[step] *= share;
        rests[step] *= share;
        kahan(step, value / count, totals[step] + value / count);
    }

    private void kahan(int step, double value, double next) {
        rests[step] = KahanSum.rest(rests[step], totals[step], value, next);
        totals[step] = next;
    }

    @Override
    public void finish(Row out) {
        double[] values = out.values();
        for (int i = 0; i < counts.length; i++) {
            double count = counts[i];
            if (count == 0) {
                values[i] = Row.ABSENT;
            } else if (incremental.get(i)) {
                values[i] = totals[i] + rests[i];
            } else {
                values[i] = totals[i] / count + rests[i] / count;
            }
        }
        out.span(0, counts.length);
    }
}
