package io.klamm.benchmarks;

import io.klamm.kafka.ClientProperties;
import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.ClusterReader;
import io.klamm.kafka.NameFilter;
import io.klamm.lab.cluster.TestLab;
import io.klamm.lag.LagCalculator;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.GroupLag;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * How long one reading of a cluster takes: 2,000 partitions with two replicas each, then also 1,000 groups that have committed on 100 partitions each; three real brokers
 * on this machine. Prints the median of {@value #RUNS} warm readings, their requests, and the time that the lag takes to compute.
 */
public final class CollectionBenchmark {

    private static final int WARM_UP = 15;
    private static final int RUNS = 21;

    private final PrintStream out;
    private final LagCalculator calculator = new LagCalculator();

    private CollectionBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        new CollectionBenchmark(System.out).run();
    }

    private void run() throws ExecutionException, InterruptedException {
        out.println("starting 3 brokers ...");
        try (TestLab lab = TestLab.start(config -> config.brokers(3).jvmOption("-Xmx384m"));
                BenchmarkData data = new BenchmarkData(lab.client())) {
            data.createTopics();
            try (ClusterReader reader = reader(lab)) {
                measure(reader, "2,000 partitions x RF 2, no groups (target 500 ms)");
            }
            data.commitGroups();
            try (ClusterReader reader = reader(lab)) {
                measure(reader, "the same and 1,000 groups x 100 partitions, whole cycle and lag");
            }
            ClusterConfig oneTopic = config(lab, BenchmarkData.onlyFirstTopic());
            try (ClusterReader reader = new ClusterReader(oneTopic, Clock.systemUTC())) {
                measure(reader, "1,000 groups x 100 partitions, of one topic, and lag (target 800 ms)");
            }
        }
    }

    private static ClusterReader reader(TestLab lab) {
        return new ClusterReader(config(lab, NameFilter.all()), Clock.systemUTC());
    }

    private static ClusterConfig config(TestLab lab, NameFilter topics) {
        return new ClusterConfig(
                "benchmark",
                lab.lab().bootstrapServers(),
                Duration.ofSeconds(15),
                topics,
                NameFilter.all(),
                new ClientProperties(Map.of()));
    }

    private void measure(ClusterReader reader, String what) {
        Timings cycles = new Timings();
        Timings lags = new Timings();
        @Nullable ClusterSnapshot last = null;
        long requests = 0;
        for (int run = 0; run < WARM_UP + RUNS; run++) {
            long before = reader.requestsSent();
            long began = System.nanoTime();
            last = reader.read();
            long read = System.nanoTime();
            long rows = calculator.lagOf(last).groups().stream()
                    .map(GroupLag::partitions)
                    .mapToLong(java.util.List::size)
                    .sum();
            long ended = System.nanoTime();
            if (run >= WARM_UP && !last.problems().isEmpty()) {
                throw new IllegalStateException("incomplete: " + last.problems());
            }
            if (run >= WARM_UP) {
                cycles.add(ended - began);
                lags.add(ended - read);
                requests = reader.requestsSent() - before;
            }
            if (run == WARM_UP + RUNS - 1) {
                out.printf("%s%n", what);
                out.printf(
                        "  %,d partitions, %,d groups, %,d rows of lag, %,d requests in a cycle%n",
                        last.partitionCount(), last.groups().size(), rows, requests);
            }
        }
        out.printf("  cycle: %s%n  of it LagCalculator: %s%n", cycles, lags);
    }
}
