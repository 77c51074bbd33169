package io.klamm.promql.operator.join;

import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorMatching.Cardinality;
import io.klamm.promql.functions.Operators;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.VectorOperator;
import io.klamm.promql.row.KeptRow;
import io.klamm.promql.row.Row;
import java.util.List;

/**
 * An arithmetic operator or a comparison between two vectors. The side that has one series for each signature is kept, the other passes by; only where series
 * take turns, so that each step has to be looked at, everything is worked out first.
 */
public final class Join implements VectorOperator {

    private final Evaluation evaluation;
    private final BinaryOp op;
    private final boolean bool;
    private final Matching matching;
    private final boolean swapped;
    private final VectorOperator many;
    private final VectorOperator one;
    private final int steps;
    private final Pairing pairing = new Pairing();
    private List<KeptRow> workedOut = List.of();
    private boolean certain;
    private int at;
    private int manyAt;

    /**
     * A join.
     *
     * @param bool whether a comparison gives 1 or 0 instead of dropping what it does not hold for
     */
    public Join(
            Evaluation evaluation,
            BinaryOp op,
            VectorMatching rules,
            boolean bool,
            VectorOperator left,
            VectorOperator right,
            int steps) {
        this.evaluation = evaluation;
        this.op = op;
        this.bool = bool;
        this.matching = new Matching(rules);
        this.swapped = rules.cardinality() == Cardinality.ONE_TO_MANY;
        this.many = swapped ? right : left;
        this.one = swapped ? left : right;
        this.steps = steps;
    }

    @Override
    public List<Head> heads() {
        Ordinals ordinals = new Ordinals(matching);
        List<Head> oneHeads = one.heads();
        OneSide side = new OneSide(steps);
        side.read(one, oneHeads, ordinals.of(oneHeads), evaluation);
        List<Head> manyHeads = many.heads();
        pair(manyHeads, ordinals.of(manyHeads), side);
        certain = !side.clashes() && pairing.certain(matching.oneToOne());
        if (!certain) {
            DoubtfulJoin join = new DoubtfulJoin(evaluation, op, bool, matching, swapped, pairing, steps);
            workedOut = join.workOut(many, manyHeads.size(), side);
        }
        return pairing.results();
    }

    private void pair(List<Head> manyHeads, int[] ordinals, OneSide side) {
        for (int i = 0; i < ordinals.length; i++) {
            for (OneSide.Member member : side.of(ordinals[i])) {
                Head result = matching.result(
                        manyHeads.get(i).labels(), member.labels(), op, bool, evaluation.delayedNameRemoval());
                pairing.add(i, ordinals[i], member, result);
            }
        }
    }

    @Override
    public void next(Row row) {
        if (!certain) {
            workedOut.get(at++).copyTo(row);
            return;
        }
        Pairing.Pair pair = pairing.pairs().get(at++);
        advanceTo(pair.many());
        many.next(row);
        manyAt++;
        Operators.rows(op, row, pair.one().row(), swapped, bool);
    }

    private void advanceTo(int series) {
        for (; manyAt < series; manyAt++) {
            many.skip();
        }
    }

    @Override
    public void skip() {
        at++;
    }
}
