package io.klamm.promql.engine;

import io.klamm.model.series.Labels;
import io.klamm.model.series.LabelsBuilder;
import io.klamm.promql.ast.Expr;
import io.klamm.promql.ast.MatrixSelector;
import io.klamm.promql.ast.VectorSelector;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The labels of what {@code absent} says is not there: those that its selector demands by a single {@code =}. */
final class AbsentLabels {

    private AbsentLabels() {}

    static Labels of(Expr argument) {
        Expr expr = CallPlanner.bare(argument);
        if (expr instanceof VectorSelector selector) {
            return of(selector.matchers());
        }
        return expr instanceof MatrixSelector matrix ? of(matrix.selector().matchers()) : Labels.EMPTY;
    }

    private static Labels of(List<Matcher> matchers) {
        LabelsBuilder labels = new LabelsBuilder();
        Set<String> seen = new HashSet<>();
        for (Matcher matcher : matchers) {
            if (matcher.name().equals(Labels.NAME)) {
                continue;
            }
            if (matcher.type() == MatchType.EQUAL && seen.add(matcher.name())) {
                labels.set(matcher.name(), matcher.value());
            } else {
                labels.remove(matcher.name());
            }
        }
        return labels.build();
    }
}
