package io.klamm.promql.operator.aggregate;

import io.klamm.promql.budget.QueryBudget;
import io.klamm.promql.functions.Quantiles;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.List;

/** {@code quantile}: has to keep all rows of its group. */
final class QuantileAccumulator implements Accumulator {

    private final double[] quantiles;
    private final QueryBudget budget;
    private final List<KeptRow> rows = new ArrayList<>();

    /**
     * A quantile.
     *
     * @param quantiles the one asked for at each step
     */
    QuantileAccumulator(double[] quantiles, QueryBudget budget) {
        this.quantiles = quantiles;
        this.budget = budget;
    }

    @Override
    public int cost() {
        return 0;
    }

    @Override
    public void add(Row row) {
        KeptRow kept = KeptRow.of(row);
        budget.hold(kept.size());
        rows.add(kept);
    }

    @Override
    public void finish(Row out) {
        double[] members = new double[rows.size()];
        for (int step = 0; step < quantiles.length; step++) {
            int count = 0;
            for (KeptRow row : rows) {
                double value = row.get(step);
                if (!Row.absent(value)) {
                    members[count++] = value;
                }
            }
            out.values()[step] = count == 0 ? Row.ABSENT : Quantiles.of(quantiles[step], members, count);
        }
        out.span(0, quantiles.length);
    }
}
