package io.klamm.promql.engine;

import io.klamm.promql.row.Steps;

/**
 * The times of a query, in milliseconds since the epoch.
 *
 * @param step between two evaluations; 0 for an instant query
 */
record QuerySpan(long start, long end, long step) {

    boolean instant() {
        return step == 0;
    }

    Steps steps() {
        return instant() ? Steps.at(start) : new Steps(start, step, (int) ((end - start) / step) + 1);
    }
}
