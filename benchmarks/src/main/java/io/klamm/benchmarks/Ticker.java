package io.klamm.benchmarks;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says every two seconds how far a long work has come. */
final class Ticker {

    static final long EVERY_MILLIS = 2_000;

    private final PrintStream out;
    private final String what;
    private final long total;
    private long toldAt = System.nanoTime();

    Ticker(PrintStream out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    void at(long done) {
        long now = System.nanoTime();
        if (now - toldAt >= TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS)) {
            toldAt = now;
            out.printf("  %s %,d of %,d%n", what, done, total);
        }
    }
}
