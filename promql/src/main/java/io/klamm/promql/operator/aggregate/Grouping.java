package io.klamm.promql.operator.aggregate;

import io.klamm.model.series.Labels;
import io.klamm.promql.ast.AggregateExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which labels a group of series is known by. */
public final class Grouping {

    private final Set<String> names;
    private final boolean without;

    private Grouping(Set<String> names, boolean without) {
        this.names = names;
        this.without = without;
    }

    /** As written in an aggregation. */
    public static Grouping of(AggregateExpr expr) {
        return of(expr.grouping(), expr.without());
    }

    static Grouping of(List<String> grouping, boolean without) {
        Set<String> names = new HashSet<>(grouping);
        if (without) {
            names.add(Labels.NAME);
        }
        return new Grouping(Set.copyOf(names), without);
    }

    /** The same, with one label more to be known by. */
    Grouping with(String name) {
        if (without) {
            return this;
        }
        Set<String> more = new HashSet<>(names);
        more.add(name);
        return new Grouping(Set.copyOf(more), false);
    }

    /** The labels of the group that a series belongs to. */
    Labels group(Labels labels) {
        if (without) {
            return labels.without(names);
        }
        return names.isEmpty() ? Labels.EMPTY : labels.only(names);
    }
}
