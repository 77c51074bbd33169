package io.klamm.promql.script;

import java.util.List;

/** One block of a script. */
sealed interface Command {

    /** The line that it begins at, from 1. */
    int line();

    /** Forgets all series. */
    record Clear(int line) implements Command {}

    /**
     * Loads series, beside those that are there.
     *
     * @param step milliseconds between two points; the first is at 0
     * @param withHistograms whether classic histograms become native ones, too
     */
    record Load(int line, long step, boolean withHistograms, List<SeriesLine> series) implements Command {}

    /** Evaluates an expression and compares. */
    record Eval(int line, String expression, EvalTimes times, Expectation expectation) implements Command {}
}
