package io.klamm.promql.functions;

import io.klamm.promql.row.Row;

/** A function of one series' value at each step, applied to a whole row in place. What is absent stays absent. */
@FunctionalInterface
public interface RowFunction {

    void apply(Row row);
}
