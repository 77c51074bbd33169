package io.klamm.promql.operator.aggregate;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.Labels;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import io.klamm.promql.value.QueryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code topk} and {@code bottomk}: of each group, at each step, the series that have the greatest or least values, with all their labels. Of series with the same
 * value those that come first in the input are taken. Reads its whole input before it says what series there are.
 */
public final class TopRows implements VectorOperator {

    private final Evaluation evaluation;
    private final VectorOperator input;
    private final Grouping grouping;
    private final boolean greatest;
    private final Supplier<double[]> counts;
    private final int steps;
    private final List<KeptRow> chosen = new ArrayList<>();
    private int at;

    /**
     * A choice of series.
     *
     * @param counts gives how many series are wanted at each step
     */
    public TopRows(
            Evaluation evaluation,
            VectorOperator input,
            Grouping grouping,
            boolean greatest,
            Supplier<double[]> counts,
            int steps) {
        this.evaluation = evaluation;
        this.input = input;
        this.grouping = grouping;
        this.greatest = greatest;
        this.counts = counts;
        this.steps = steps;
    }

    @Override
    public List<Head> heads() {
        double[] wanted = checked(counts.get());
        List<Head> heads = input.heads();
        Map<Labels, StepTops> groups = new LinkedHashMap<>();
        Row row = new Row(steps);
        for (int series = 0; series < heads.size(); series++) {
            input.next(row);
            row.trim();
            if (!row.isEmpty()) {
                groups.computeIfAbsent(
                                grouping.group(heads.get(series).labels()),
                                labels -> new StepTops(wanted, heads.size(), greatest, evaluation.budget()))
                        .add(series, row);
            }
        }
        return steps == 1 ? ranked(groups, heads) : inOrder(groups, heads);
    }

    private static double[] checked(double[] counts) {
        for (double count : counts) {
            if (Double.isNaN(count)) {
                throw QueryException.execution("Parameter value is NaN");
            }
        }
        for (double count : counts) {
            String wrong = count <= -0x1p63 ? "underflows" : count >= 0x1p63 ? "overflows" : "";
            if (!wrong.isEmpty()) {
                throw QueryException.execution(
                        "Scalar value " + GoFloat.format(count, GoFloat.Form.GENERAL) + " " + wrong + " int64");
            }
        }
        return counts;
    }

    /** Of a single evaluation: group by group, the best first. */
    private List<Head> ranked(Map<Labels, StepTops> groups, List<Head> heads) {
        List<Head> result = new ArrayList<>();
        Row row = new Row(1);
        for (StepTops group : groups.values()) {
            group.ranked(0, (series, value) -> {
                result.add(heads.get(series));
                row.fill(value);
                chosen.add(KeptRow.of(row));
            });
        }
        return result;
    }

    /** Of a range: in the order of the input, as it will be sorted by labels anyway. */
    private List<Head> inOrder(Map<Labels, StepTops> groups, List<Head> heads) {
        @Nullable Row[] rows = new @Nullable Row[heads.size()];
        for (StepTops group : groups.values()) {
            for (int i = 0; i < steps; i++) {
                int step = i;
                group.ranked(i, (series, value) -> rowOf(rows, series).values()[step] = value);
            }
        }
        List<Head> result = new ArrayList<>();
        for (int series = 0; series < rows.length; series++) {
            Row row = rows[series];
            if (row != null) {
                result.add(heads.get(series));
                chosen.add(KeptRow.of(row));
            }
        }
        return result;
    }

    private Row rowOf(@Nullable Row[] rows, int series) {
        Row row = rows[series];
        if (row == null) {
            evaluation.budget().hold(steps);
            row = new Row(steps);
            row.fill(Row.ABSENT);
            rows[series] = row;
        }
        return row;
    }

    @Override
    public void next(Row row) {
        chosen.get(at++).copyTo(row);
    }

    @Override
    public void skip() {
        at++;
    }
}
