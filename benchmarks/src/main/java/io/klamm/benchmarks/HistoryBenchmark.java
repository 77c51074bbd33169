package io.klamm.benchmarks;

import io.klamm.metrics.Selection;
import io.klamm.metrics.store.ClusterHistory;
import io.klamm.tsdb.TsdbSettings;
import io.klamm.tsdb.TsdbStorage;
import io.klamm.web.ClusterView;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Measures how readings of a large cluster go into the store without text in between, as the server's do: samples a CPU-second of the whole process, the making of the readings left
 * out; the store's own threads, log and garbage counted. The first round is new series, the next ones are for the compiler and are not counted.
 */
public final class HistoryBenchmark {

    private static final int WARM_UP = 15;
    private static final int ROUNDS = 60;
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final double NANOS = 1e9;
    private static final PrintStream OUT = System.out;

    private long makingNanos;

    private HistoryBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path directory = Files.createTempDirectory("klamm-history");
        try {
            new HistoryBenchmark().run(directory);
        } finally {
            Directories.delete(directory);
        }
    }

    private void run(Path directory) {
        Instant first = Clock.systemUTC().instant().minus(STEP.multipliedBy(WARM_UP + ROUNDS));
        try (TsdbStorage store = TsdbStorage.open(TsdbSettings.of(directory.resolve("metrics")), Clock.systemUTC());
                ClusterHistory history = new ClusterHistory(store, "main", new Selection(true, true, false))) {
            write(history, 0, first);
            long series = store.stats().head().series();
            for (int round = 1; round < WARM_UP; round++) {
                write(history, round, first);
            }
            long before = store.stats().head().appended();
            makingNanos = 0;
            Costs began = Costs.now();
            for (int round = WARM_UP; round < WARM_UP + ROUNDS; round++) {
                write(history, round, first);
            }
            Costs costs = Costs.now().since(began);
            long samples = store.stats().head().appended() - before;
            double cpuSeconds = costs.cpuSeconds() - makingNanos / NANOS;
            OUT.println(String.format(
                    Locale.ROOT,
                    "%,d series; %d readings, %,d samples: %.2f s of CPU (%.2f s of making readings left out), %,.0f samples a CPU-second; refused %d",
                    series,
                    ROUNDS,
                    samples,
                    cpuSeconds,
                    makingNanos / NANOS,
                    samples / cpuSeconds,
                    history.refused()));
        }
    }

    private void write(ClusterHistory history, int round, Instant first) {
        long began = threadNanos();
        ClusterView.Reading reading = LargeReading.of(round, first.plus(STEP.multipliedBy(round)));
        makingNanos += threadNanos() - began;
        history.write(reading.snapshot(), reading.lag(), reading.verdicts());
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
