package io.klamm.promql.operator.join;

import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.Row;
import java.util.ArrayList;
import java.util.List;

/** {@code or}: the left side, and the right one at those steps at which the left has no series of the same signature. */
public final class UnionJoin implements VectorOperator {

    private final VectorOperator left;
    private final VectorOperator right;
    private final Matching matching;
    private final Presence presence = new Presence();
    private int[] leftOrdinals = {};
    private int[] rightOrdinals = {};
    private final int steps;
    private int at;

    public UnionJoin(VectorMatching rules, VectorOperator left, VectorOperator right, int steps) {
        this.steps = steps;
        this.left = left;
        this.right = right;
        this.matching = new Matching(rules);
    }

    @Override
    public List<Head> heads() {
        Ordinals numbers = new Ordinals(matching);
        List<Head> heads = new ArrayList<>(left.heads());
        leftOrdinals = numbers.of(heads);
        List<Head> rightHeads = right.heads();
        rightOrdinals = numbers.of(rightHeads);
        heads.addAll(rightHeads);
        return heads;
    }

    @Override
    public void next(Row row) {
        int series = at++;
        if (series < leftOrdinals.length) {
            left.next(row);
            presence.add(leftOrdinals[series], row);
        } else {
            right.next(row);
            presence.mask(rightOrdinals[series - leftOrdinals.length], row, false);
        }
    }

    /** The left side has to be looked at all the same: the right one depends on it. */
    @Override
    public void skip() {
        if (at < leftOrdinals.length) {
            next(new Row(steps));
        } else {
            at++;
            right.skip();
        }
    }
}
