package io.klamm.promql.operator.aggregate;

import io.klamm.promql.row.Row;

/** Takes the rows of one group, one after the other, and gives what they come to. */
interface Accumulator {

    /** How many samples' worth of memory it takes per step. */
    int cost();

    void add(Row row);

    /** What the rows came to: the values of all steps. Called once, at the end. */
    void finish(Row out);
}
