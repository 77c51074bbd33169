package io.klamm.promql.operator.aggregate;

import io.klamm.model.series.GoFloat;
import io.klamm.model.series.Labels;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code count_values}: of each group, how many series have which value, which becomes a label. Reads its whole input first. */
public final class CountedValues implements VectorOperator {

    private final Evaluation evaluation;
    private final VectorOperator input;
    private final Grouping grouping;
    private final String label;
    private final int steps;
    private final Map<Long, String> texts = new HashMap<>();
    private final Map<Labels, double[]> counts = new LinkedHashMap<>();
    private final List<KeptRow> kept = new ArrayList<>();
    private int at;

    /**
     * A count of values.
     *
     * @param label the name of the label that tells the value
     */
    public CountedValues(Evaluation evaluation, VectorOperator input, Grouping grouping, String label, int steps) {
        this.evaluation = evaluation;
        this.input = input;
        this.grouping = grouping.with(label);
        this.label = label;
        this.steps = steps;
    }

    @Override
    public List<Head> heads() {
        Row row = new Row(steps);
        for (Head head : input.heads()) {
            input.next(row);
            count(head.labels(), row);
        }
        List<Head> heads = new ArrayList<>();
        counts.forEach((labels, values) -> {
            heads.add(Head.of(labels));
            System.arraycopy(values, 0, row.values(), 0, steps);
            row.span(0, steps);
            kept.add(KeptRow.of(row));
        });
        counts.clear();
        return heads;
    }

    /** A series' value mostly stays the same for many steps, so its labels are not made anew for each. */
    private void count(Labels labels, Row row) {
        long bits = 0;
        double[] values = null;
        for (int step = row.from(); step < row.to(); step++) {
            double value = row.values()[step];
            if (Row.absent(value)) {
                continue;
            }
            if (values == null || Double.doubleToLongBits(value) != bits) {
                bits = Double.doubleToLongBits(value);
                values = counts.computeIfAbsent(grouping.group(labels.with(label, text(value))), this::begin);
            }
            values[step] = Row.absent(values[step]) ? 1 : values[step] + 1;
        }
    }

    private String text(double value) {
        return texts.computeIfAbsent(Double.doubleToLongBits(value), bits -> GoFloat.format(value, GoFloat.Form.PLAIN));
    }

    private double[] begin(Labels labels) {
        evaluation.budget().hold(steps);
        double[] values = new double[steps];
        Arrays.fill(values, Row.ABSENT);
        return values;
    }

    @Override
    public void next(Row row) {
        kept.get(at++).copyTo(row);
    }

    @Override
    public void skip() {
        at++;
    }
}
