package io.klamm.rules.backtest;

import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.QueryOptions;
import io.klamm.promql.value.Matrix;

/** Asks an expression at many times, some hundreds with one query. */
final class Ranges {

    private static final long CHUNK = 500;

    private final String expr;
    private final Engine engine;
    private final Steps steps;

    Ranges(String expr, Engine engine, Steps steps) {
        this.expr = expr;
        this.engine = engine;
        this.steps = steps;
    }

    /** Takes what a span of steps gave. */
    interface Chunk {

        /**
         * Takes the answers of some steps.
         *
         * @param from index of the first
         * @param count how many
         */
        void take(Matrix matrix, long from, int count);
    }

    long interval() {
        return steps.interval();
    }

    void forEach(Chunk chunk) throws InterruptedException {
        for (long from = 0; from < steps.count(); from += CHUNK) {
            if (Thread.interrupted()) {
                throw new InterruptedException("backtest");
            }
            int count = (int) Math.min(CHUNK, steps.count() - from);
            chunk.take(ask(time(from), time(from + count - 1)), from, count);
        }
    }

    private Matrix ask(long start, long end) {
        return (Matrix) engine.range(expr, start, end, steps.interval(), QueryOptions.none())
                .execute()
                .value();
    }

    private long time(long index) {
        return steps.first() + index * steps.interval() - steps.offset();
    }

    /** The step within its chunk that a point of an answer is of. */
    int step(long time, long from) {
        return (int) ((time - time(from)) / steps.interval());
    }
}
