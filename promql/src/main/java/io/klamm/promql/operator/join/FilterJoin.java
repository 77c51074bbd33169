package io.klamm.promql.operator.join;

import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.List;

/** {@code and} and {@code unless}: the left side at those steps at which the right one has, or has not, a series of the same signature. */
public final class FilterJoin implements VectorOperator {

    private final Evaluation evaluation;
    private final VectorOperator left;
    private final VectorOperator right;
    private final Matching matching;
    private final boolean wanted;
    private final int steps;
    private final Presence presence = new Presence();
    private final List<Integer> kept = new ArrayList<>();
    private int[] ordinals = {};
    private int at;
    private int leftAt;

    /**
     * A filter.
     *
     * @param wanted whether a series on the right is needed, rather than forbidden
     */
    public FilterJoin(
            Evaluation evaluation,
            VectorMatching rules,
            VectorOperator left,
            VectorOperator right,
            boolean wanted,
            int steps) {
        this.evaluation = evaluation;
        this.left = left;
        this.right = right;
        this.matching = new Matching(rules);
        this.wanted = wanted;
        this.steps = steps;
    }

    @Override
    public List<Head> heads() {
        Ordinals numbers = new Ordinals(matching);
        List<Head> rightHeads = right.heads();
        int[] rightOrdinals = numbers.of(rightHeads);
        evaluation.budget().hold(numbers.count() * (long) (steps / 128 + 1));
        Row row = new Row(steps);
        for (int ordinal : rightOrdinals) {
            right.next(row);
            presence.add(ordinal, row);
        }
        List<Head> leftHeads = left.heads();
        ordinals = numbers.of(leftHeads);
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < ordinals.length; i++) {
            if (!wanted || presence.any(ordinals[i])) {
                kept.add(i);
                heads.add(leftHeads.get(i));
            }
        }
        return heads;
    }

    @Override
    public void next(Row row) {
        int series = kept.get(at++);
        for (; leftAt < series; leftAt++) {
            left.skip();
        }
        left.next(row);
        leftAt++;
        presence.mask(ordinals[series], row, wanted);
    }

    @Override
    public void skip() {
        at++;
    }
}
