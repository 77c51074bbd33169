package io.klamm.promql.operator;

import io.klamm.promql.row.Row;
import java.util.List;

/** Series that have the same value at every step: evaluated at one, repeated at all. */
public final class RepeatedRows implements VectorOperator {

    private final VectorOperator input;
    private final Row single = new Row(1);

    /**
     * Repeats what is evaluated once.
     *
     * @param input gives values at a single step
     */
    public RepeatedRows(VectorOperator input) {
        this.input = input;
    }

    @Override
    public List<Head> heads() {
        return input.heads();
    }

    @Override
    public void next(Row row) {
        input.next(single);
        double value = single.get(0);
        if (Row.absent(value)) {
            row.span(0, 0);
        } else {
            row.fill(value);
        }
    }

    @Override
    public void skip() {
        input.skip();
    }
}
