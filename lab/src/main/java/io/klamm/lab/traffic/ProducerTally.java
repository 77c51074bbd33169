package io.klamm.lab.traffic;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what a producer sends and what becomes of it; written by two threads (sender, the client's own). */
final class ProducerTally {

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private volatile Optional<String> lastError = Optional.empty();
    private final LatencyHistogram recent = new LatencyHistogram();
    private final LatencyHistogram all = new LatencyHistogram();
    private final long begin;
    private long reportedAt;
    private long reportedSent;
    private volatile long lastSent;

    ProducerTally(long nowNanos) {
        this.begin = nowNanos;
        this.reportedAt = nowNanos;
        this.lastSent = nowNanos;
    }

    long sent() {
        return sent.get();
    }

    void sending(long nowNanos) {
        sent.incrementAndGet();
        lastSent = nowNanos;
    }

    /** The brokers confirmed a message, or the client gave it up with an error. */
    void answered(@Nullable Exception error, long tookNanos) {
        if (error == null) {
            acknowledged.incrementAndGet();
            recent.record(tookNanos);
            return;
        }
        failed(error);
    }

    /** Something else than a single message went wrong. */
    void failed(Exception error) {
        errors.incrementAndGet();
        lastError = Optional.of(String.valueOf(error.getMessage()));
    }

    /** Of the time since the last report; for the sender's thread only. */
    ProducerProgress report(long nowNanos) {
        double rate = perSecond(sent.get() - reportedSent, nowNanos - reportedAt);
        reportedSent = sent.get();
        reportedAt = nowNanos;
        ProducerProgress progress = progress(rate, recent, false);
        recent.drainTo(all);
        return progress;
    }

    /** Of the whole time; for the sender's thread only. */
    ProducerProgress total() {
        recent.drainTo(all);
        return progress(perSecond(sent.get() - 1, lastSent - begin), all, true);
    }

    private ProducerProgress progress(double rate, LatencyHistogram latencies, boolean done) {
        return new ProducerProgress(
                sent.get(),
                acknowledged.get(),
                errors.get(),
                rate,
                latencies.quantileMillis(0.5),
                latencies.quantileMillis(0.99),
                lastError,
                done);
    }

    private static double perSecond(long number, long nanos) {
        return nanos <= 0 || number < 0 ? 0 : number * 1e9 / nanos;
    }
}
