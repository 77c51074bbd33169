package io.klamm.promql.operator;

import io.klamm.model.series.Labels;
import io.klamm.promql.row.Row;
import java.util.List;

/** A number at each step as a series without labels. */
public final class ScalarRow implements VectorOperator {

    private final ScalarOperator scalar;

    public ScalarRow(ScalarOperator scalar) {
        this.scalar = scalar;
    }

    @Override
    public List<Head> heads() {
        return List.of(Head.of(Labels.EMPTY));
    }

    @Override
    public void next(Row row) {
        double[] values = scalar.values();
        System.arraycopy(values, 0, row.values(), 0, values.length);
        row.span(0, values.length);
    }

    @Override
    public void skip() {}
}
