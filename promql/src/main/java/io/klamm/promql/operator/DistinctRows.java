package io.klamm.promql.operator;

import io.klamm.model.series.Labels;
import io.klamm.promql.row.Row;
import io.klamm.promql.value.QueryException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses two series of the same labels as soon as both have a value, at whatever step. */
public final class DistinctRows implements VectorOperator {

    private final VectorOperator input;
    private final Set<Labels> twice = new HashSet<>();
    private final Set<Labels> seen = new HashSet<>();
    private List<Head> heads = List.of();
    private final int steps;
    private int at;

    public DistinctRows(VectorOperator input, int steps) {
        this.input = input;
        this.steps = steps;
    }

    @Override
    public List<Head> heads() {
        heads = input.heads();
        Set<Labels> all = new HashSet<>(heads.size() * 2);
        for (Head head : heads) {
            if (!all.add(head.labels())) {
                twice.add(head.labels());
            }
        }
        return heads;
    }

    @Override
    public void next(Row row) {
        Labels labels = heads.get(at++).labels();
        input.next(row);
        if (!twice.isEmpty() && twice.contains(labels)) {
            row.trim();
            if (!row.isEmpty() && !seen.add(labels)) {
                throw QueryException.execution(MergedRows.SAME_LABELS);
            }
        }
    }

    @Override
    public void skip() {
        if (twice.isEmpty()) {
            at++;
            input.skip();
        } else {
            next(new Row(steps));
        }
    }
}
