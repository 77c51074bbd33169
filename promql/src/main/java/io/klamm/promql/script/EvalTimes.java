package io.klamm.promql.script;

/**
 * When an expression is evaluated, in milliseconds since the epoch.
 *
 * @param step between two evaluations; 0 for a single one
 */
record EvalTimes(long start, long end, long step) {

    static EvalTimes at(long time) {
        return new EvalTimes(time, time, 0);
    }

    boolean instant() {
        return step == 0;
    }
}
