package io.klamm.rules.group;

import java.util.concurrent.atomic.LongAdder;

/** Counts what all groups together did since the start. Safe from any thread. */
public final class RuleTally {

    private final LongAdder told = new LongAdder();
    private final LongAdder sinkFailures = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void told(int alerts) {
        told.add(alerts);
    }

    void sinkFailed() {
        sinkFailures.increment();
    }

    void written() {
        written.increment();
    }

    void refused() {
        refused.increment();
    }

    /** Alerts told, each as often as it was. */
    public long alertsTold() {
        return told.sum();
    }

    /** How often nobody took what was to be told. */
    public long sinkFailures() {
        return sinkFailures.sum();
    }

    /** Samples that the store took. */
    public long samplesWritten() {
        return written.sum();
    }

    /** Samples that the store did not take. */
    public long samplesRefused() {
        return refused.sum();
    }
}
