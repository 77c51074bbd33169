package io.klamm.promql.operator;

import io.klamm.promql.row.Row;
import java.util.List;

/** One series of ones at the steps at which none of the input's series has a value. */
public final class AbsentRow implements VectorOperator {

    private final VectorOperator input;
    private final Head head;
    private int series;

    /**
     * Tells of the lack of an input.
     *
     * @param head what the series is called
     */
    public AbsentRow(VectorOperator input, Head head) {
        this.input = input;
        this.head = head;
    }

    @Override
    public List<Head> heads() {
        series = input.heads().size();
        return List.of(head);
    }

    @Override
    public void next(Row row) {
        Row one = new Row(row.steps());
        row.fill(1);
        for (int i = 0; i < series; i++) {
            input.next(one);
            for (int step = one.from(); step < one.to(); step++) {
                if (!Row.absent(one.values()[step])) {
                    row.values()[step] = Row.ABSENT;
                }
            }
        }
        row.trim();
    }

    @Override
    public void skip() {}
}
