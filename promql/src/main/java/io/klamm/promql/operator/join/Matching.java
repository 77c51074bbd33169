package io.klamm.promql.operator.join;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.BinaryOp;
import io.klamm.promql.ast.VectorMatching;
import io.klamm.promql.ast.VectorMatching.Cardinality;
import io.klamm.promql.operator.Evaluation;
import io.klamm.promql.operator.Head;
import java.util.HashSet;
import java.util.Set;

/** The rules by which series find each other, and what is left of their labels. */
final class Matching {

    private final VectorMatching rules;
    private final Set<String> named;
    private final Set<String> namedAndName;

    Matching(VectorMatching rules) {
        this.rules = rules;
        this.named = Set.copyOf(rules.labels());
        Set<String> more = new HashSet<>(named);
        more.add(Labels.NAME);
        this.namedAndName = Set.copyOf(more);
    }

    Cardinality cardinality() {
        return rules.cardinality();
    }

    boolean oneToOne() {
        return rules.cardinality() == Cardinality.ONE_TO_ONE;
    }

    /** The labels that have to be equal. */
    Labels signature(Labels labels) {
        return rules.on() ? labels.only(named) : labels.without(namedAndName);
    }

    /**
     * What a pair is called.
     *
     * @param many the series of the side that may have many, or of the left side
     * @param one the other one
     */
    Head result(Labels many, Labels one, BinaryOp op, boolean bool, boolean delayedNameRemoval) {
        boolean noName = op.kind() == BinaryOp.Kind.ARITHMETIC || (bool && !delayedNameRemoval);
        Labels labels = noName ? Evaluation.withoutMetadata(many) : many;
        if (oneToOne()) {
            labels = rules.on() ? labels.only(named) : labels.without(named);
        }
        for (String name : rules.include()) {
            labels = labels.with(name, one.get(name));
        }
        return new Head(labels, bool);
    }
}
