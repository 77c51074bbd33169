package io.klamm.benchmarks;

import io.klamm.benchmarks.verdicts.Comparison;

/** How often Klamm's evaluator and Burrow's alarm rightly, wrongly and not at all: a table in Markdown. Arguments: how many seeds (default 100), the first seed (default 1). */
public final class VerdictsBenchmark {

    private VerdictsBenchmark() {}

    public static void main(String[] args) {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        long first = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.print(Comparison.run(seeds, first).markdown());
    }
}
