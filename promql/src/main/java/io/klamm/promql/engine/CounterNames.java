package io.klamm.promql.engine;

import io.klamm.promql.ast.Span;
import io.klamm.promql.operator.Head;
import io.klamm.promql.operator.RangeFunction;
import io.klamm.promql.row.Row;
import io.klamm.promql.value.Annotations;

/** Tells of rates over metrics that by their names are no counters. */
final class CounterNames implements RangeFunction.Watcher {

    private final Annotations annotations;
    private final Span at;
    private String known = "";

    CounterNames(Annotations annotations, Span at) {
        this.annotations = annotations;
        this.at = at;
    }

    /** Series mostly come in the order of their names, so the last one is worth remembering. */
    @Override
    public void answered(Head source, Row values) {
        String name = source.labels().metricName();
        if (!name.equals(known)) {
            known = name;
            if (!counter(name)) {
                annotations.possiblyNoCounter(name, at);
            }
        }
    }

    private static boolean counter(String name) {
        return name.endsWith("_total") || name.endsWith("_sum") || name.endsWith("_count") || name.endsWith("_bucket");
    }
}
