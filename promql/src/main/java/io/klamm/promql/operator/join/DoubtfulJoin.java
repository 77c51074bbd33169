package io.klamm.promql.operator.join;

import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.functions.Operators;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.MergedRows;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import io.klamm.promql.value.QueryException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A join in which it depends on the step which series meet: finds out for each, and refuses what is not allowed. */
final class DoubtfulJoin {

    private final Evaluation evaluation;
    private final BinaryOp op;
    private final boolean bool;
    private final Matching matching;
    private final boolean swapped;
    private final Pairing pairing;
    private final int steps;
    private final Map<List<Integer>, BitSet> met = new HashMap<>();
    private final List<Row> results = new ArrayList<>();

    DoubtfulJoin(
            Evaluation evaluation,
            BinaryOp op,
            boolean bool,
            Matching matching,
            boolean swapped,
            Pairing pairing,
            int steps) {
        this.evaluation = evaluation;
        this.op = op;
        this.bool = bool;
        this.matching = matching;
        this.swapped = swapped;
        this.pairing = pairing;
        this.steps = steps;
    }

    /** The values of each result. */
    List<KeptRow> workOut(VectorOperator many, int series, OneSide side) {
        for (int i = 0; i < pairing.results().size(); i++) {
            evaluation.budget().hold(steps);
            Row row = new Row(steps);
            row.fill(Row.ABSENT);
            results.add(row);
        }
        Row row = new Row(steps);
        int next = 0;
        for (int i = 0; i < series; i++) {
            many.next(row);
            refuseClashes(row, side);
            for (; next < pairing.pairs().size() && pairing.pairs().get(next).many() == i; next++) {
                meet(row, pairing.pairs().get(next));
            }
        }
        return results.stream().map(KeptRow::of).toList();
    }

    private void refuseClashes(Row row, OneSide side) {
        for (int step = row.from(); side.clashes() && step < row.to(); step++) {
            OneSide.Clash clash = side.clashAt(step);
            if (clash != null && !Row.absent(row.values()[step])) {
                throw duplicate(clash);
            }
        }
    }

    private QueryException duplicate(OneSide.Clash clash) {
        boolean ordered = clash.one().compareTo(clash.other()) <= 0;
        return QueryException.execution("found duplicate series for the match group "
                + matching.signature(clash.one()) + " on the " + (swapped ? "left" : "right")
                + " hand-side of the operation: [" + (ordered ? clash.one() : clash.other()) + ", "
                + (ordered ? clash.other() : clash.one())
                + "];many-to-many matching not allowed: matching labels must be unique on one side");
    }

    private void meet(Row row, Pairing.Pair pair) {
        BitSet before = met.computeIfAbsent(key(pair), key -> new BitSet());
        KeptRow one = pair.one().row();
        double[] result = results.get(pair.result()).values();
        int to = Math.min(row.to(), one.to());
        for (int step = Math.max(row.from(), one.from()); step < to; step++) {
            double a = row.values()[step];
            double b = one.get(step);
            if (!Row.absent(a) && !Row.absent(b)) {
                mark(before, step);
                put(result, step, Operators.pair(op, a, b, swapped, bool));
            }
        }
    }

    /** What may only meet once: a signature, or where many may meet one, a result of it. */
    private List<Integer> key(Pairing.Pair pair) {
        return matching.oneToOne() ? List.of(pair.ordinal()) : List.of(pair.ordinal(), pair.result());
    }

    private void mark(BitSet before, int step) {
        if (before.get(step)) {
            throw QueryException.execution(
                    matching.oneToOne()
                            ? "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)"
                            : "multiple matches for labels: grouping labels must ensure unique matches");
        }
        before.set(step);
    }

    private static void put(double[] result, int step, double value) {
        if (Row.absent(value)) {
            return;
        }
        if (!Row.absent(result[step])) {
            throw QueryException.execution(MergedRows.SAME_LABELS);
        }
        result[step] = value;
    }
}
