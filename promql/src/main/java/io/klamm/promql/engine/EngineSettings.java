package io.klamm.promql.engine;

import io.klamm.promql.parser.ParserOptions;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * What an engine allows.
 *
 * @param lookback how far back an instant selector looks for a sample, in milliseconds
 * @param maxSamples how many samples one query may hold in memory at once
 * @param maxBytes how many bytes all queries together may hold
 * @param timeout how long one query may take, its wait for a place included
 * @param concurrency how many queries run at once; the others wait
 * @param defaultStep the step of a subquery that names none, from its range, both in milliseconds
 * @param delayedNameRemoval whether names that functions make untrue go at the end of the query rather than at once
 * @param parser what of the language is on
 */
public record EngineSettings(
        long lookback,
        long maxSamples,
        long maxBytes,
        Duration timeout,
        int concurrency,
        LongUnaryOperator defaultStep,
        boolean delayedNameRemoval,
        ParserOptions parser) {

    private static final long MINUTE = 60_000;

    public EngineSettings {
        positive("lookback", lookback);
        positive("samples in memory", maxSamples);
        positive("bytes in memory", maxBytes);
        positive("timeout", timeout.toMillis());
        positive("queries at once", concurrency);
    }

    private static void positive(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: more than 0)");
        }
    }

    /** Prometheus's limits, and a third of the heap for all queries together. */
    public static EngineSettings standard() {
        return new EngineSettings(
                5 * MINUTE,
                50_000_000,
                Math.max(1, Runtime.getRuntime().maxMemory() / 3),
                Duration.ofMinutes(2),
                20,
                range -> MINUTE,
                false,
                ParserOptions.STANDARD);
    }

    public EngineSettings withMaxSamples(long samples) {
        return new EngineSettings(
                lookback, samples, maxBytes, timeout, concurrency, defaultStep, delayedNameRemoval, parser);
    }

    public EngineSettings withMaxBytes(long bytes) {
        return new EngineSettings(
                lookback, maxSamples, bytes, timeout, concurrency, defaultStep, delayedNameRemoval, parser);
    }

    public EngineSettings withTimeout(Duration newTimeout) {
        return new EngineSettings(
                lookback, maxSamples, maxBytes, newTimeout, concurrency, defaultStep, delayedNameRemoval, parser);
    }

    public EngineSettings withConcurrency(int queries) {
        return new EngineSettings(
                lookback, maxSamples, maxBytes, timeout, queries, defaultStep, delayedNameRemoval, parser);
    }

    public EngineSettings withDefaultStep(LongUnaryOperator step) {
        return new EngineSettings(
                lookback, maxSamples, maxBytes, timeout, concurrency, step, delayedNameRemoval, parser);
    }

    public EngineSettings withDelayedNameRemoval(boolean delayed) {
        return new EngineSettings(lookback, maxSamples, maxBytes, timeout, concurrency, defaultStep, delayed, parser);
    }

    public EngineSettings withParser(ParserOptions options) {
        return new EngineSettings(
                lookback, maxSamples, maxBytes, timeout, concurrency, defaultStep, delayedNameRemoval, options);
    }
}
