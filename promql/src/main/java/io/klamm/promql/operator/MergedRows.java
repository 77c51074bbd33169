package io.klamm.promql.operator;

import io.klamm.model.series.Labels;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import io.klamm.promql.value.QueryException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one series of all that have the same labels; an error if two of them have a value at the same step. Where all labels differ, which can be seen
 * before any value is read, it only passes on.
 */
public final class MergedRows implements VectorOperator {

    /** What is said of two series that cannot be told apart. */
    public static final String SAME_LABELS = "vector cannot contain metrics with the same labelset";

    private final Evaluation evaluation;
    private final VectorOperator input;
    private final int steps;
    private final List<KeptRow> merged = new ArrayList<>();
    private boolean distinct;
    private int at;

    public MergedRows(Evaluation evaluation, VectorOperator input, int steps) {
        this.evaluation = evaluation;
        this.input = input;
        this.steps = steps;
    }

    @Override
    public List<Head> heads() {
        List<Head> heads = input.heads();
        distinct = distinct(heads);
        return distinct ? heads : merge(heads);
    }

    private static boolean distinct(List<Head> heads) {
        Set<Labels> seen = new HashSet<>(heads.size() * 2);
        return heads.stream().allMatch(head -> seen.add(head.labels()));
    }

    private List<Head> merge(List<Head> heads) {
        Map<Labels, Merging> all = new LinkedHashMap<>();
        Row row = new Row(steps);
        for (Head head : heads) {
            input.next(row);
            row.trim();
            if (!row.isEmpty()) {
                Merging group = all.computeIfAbsent(head.labels(), labels -> new Merging(steps));
                group.add(head, row, evaluation);
            }
        }
        all.values().forEach(group -> merged.add(KeptRow.of(group.row)));
        return all.entrySet().stream()
                .map(entry -> new Head(entry.getKey(), entry.getValue().dropName))
                .toList();
    }

    @Override
    public void next(Row row) {
        if (distinct) {
            input.next(row);
        } else {
            merged.get(at++).copyTo(row);
        }
    }

    @Override
    public void skip() {
        if (distinct) {
            input.skip();
        } else {
            at++;
        }
    }

    /** Series of the same labels on their way to be one. Whether its name is to go is decided by the earliest value. */
    private static final class Merging {
        final Row row;
        boolean dropName;

        Merging(int steps) {
            row = new Row(steps);
        }

        void add(Head head, Row more, Evaluation evaluation) {
            if (row.isEmpty()) {
                evaluation.budget().hold(row.steps());
                row.copyFrom(more);
                row.widen();
                dropName = head.dropName();
                return;
            }
            if (more.from() < firstValue()) {
                dropName = head.dropName();
            }
            for (int step = more.from(); step < more.to(); step++) {
                double value = more.values()[step];
                if (!Row.absent(value)) {
                    put(step, value);
                }
            }
        }

        private int firstValue() {
            int step = 0;
            while (Row.absent(row.values()[step])) {
                step++;
            }
            return step;
        }

        private void put(int step, double value) {
            if (!Row.absent(row.values()[step])) {
                throw QueryException.execution(SAME_LABELS);
            }
            row.values()[step] = value;
        }
    }
}
