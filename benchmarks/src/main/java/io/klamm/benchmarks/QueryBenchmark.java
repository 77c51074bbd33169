package io.klamm.benchmarks;

import io.klamm.benchmarks.peer.ServerProcess;
import io.klamm.benchmarks.peer.Servers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures what fourteen queries over Kafka-like data cost Klamm and a real Prometheus, each a process of its own asked over HTTP: the CPU time of the whole process, so that what else runs on the machine
 * hardly matters. The answers are compared first.
 *
 * <p>Arguments: series (10,000), hours (12), a directory that is kept (a temporary one): data that are there are used again.
 */
public final class QueryBenchmark {

    private static final String HEAP = "1g";
    private static final long WARM_UP_MILLIS = 3_000;
    private static final long ROUND_MILLIS = 400;
    private static final int ROUNDS = 5;
    private static final int MOST_REQUESTS = 400;
    private static final PrintStream OUT = System.out;

    private final BenchmarkStores stores;
    private final List<BenchmarkQuery> queries;

    private QueryBenchmark(BenchmarkStores stores) {
        this.stores = stores;
        this.queries = BenchmarkQuery.all(stores.last(), stores.hours());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int hours = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        if (!Servers.hasPrometheus()) {
            OUT.println("skipped: no Prometheus on this machine (Debian's package prometheus has it)");
            return;
        }
        if (args.length > 2) {
            new QueryBenchmark(new BenchmarkStores(Path.of(args[2]), series, hours, HEAP)).run();
            return;
        }
        Path directory = Files.createTempDirectory("klamm-query");
        try {
            new QueryBenchmark(new BenchmarkStores(directory, series, hours, HEAP)).run();
        } finally {
            Directories.delete(directory);
        }
    }

    private void run() throws IOException, InterruptedException {
        stores.fill();
        firstAnswers();
        try (ServerProcess klamm = stores.klamm();
                ServerProcess prometheus = stores.prometheus()) {
            TimeUnit.SECONDS.sleep(2);
            OUT.println(
                    "| query | | series, points | Klamm, CPU ms | Prometheus, CPU ms | ratio | greatest difference |");
            OUT.println("|---|---|---|---|---|---|---|");
            Map<BenchmarkQuery.Kind, List<Double>> ratios = new EnumMap<>(BenchmarkQuery.Kind.class);
            for (BenchmarkQuery query : queries) {
                ratios.computeIfAbsent(query.kind(), kind -> new ArrayList<>()).add(compare(query, klamm, prometheus));
            }
            ratios.forEach((kind, all) -> OUT.printf(
                    Locale.ROOT, "%n%s: median ratio %.2f, greatest %.2f", kind.words(), median(all), greatest(all)));
            List<Double> ranges = new ArrayList<>(ratios.getOrDefault(BenchmarkQuery.Kind.RANGE, List.of()));
            ranges.addAll(ratios.getOrDefault(BenchmarkQuery.Kind.LONG_WINDOWS, List.of()));
            OUT.printf(
                    Locale.ROOT, "%nall ranges: median ratio %.2f, greatest %.2f%n", median(ranges), greatest(ranges));
            OUT.printf(
                    Locale.ROOT,
                    "resident at the end: Klamm %d MB (at most %d), Prometheus %d MB (at most %d)%n",
                    klamm.residentBytes() >> 20,
                    klamm.peakBytes() >> 20,
                    prometheus.residentBytes() >> 20,
                    prometheus.peakBytes() >> 20);
        }
    }

    private static double median(List<Double> ratios) {
        double[] sorted =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    private static double greatest(List<Double> ratios) {
        return ratios.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** What the first query costs a server that has just started, for each of three queries. */
    private void firstAnswers() throws IOException, InterruptedException {
        OUT.println("| first query after the start | Klamm, CPU ms | wall ms | Prometheus, CPU ms | wall ms |");
        OUT.println("|---|---|---|---|---|");
        for (BenchmarkQuery query : List.of(queries.get(0), queries.get(5), queries.get(9))) {
            double[] ours;
            try (ServerProcess klamm = stores.klamm()) {
                ours = first(klamm, query);
            }
            double[] theirs;
            try (ServerProcess prometheus = stores.prometheus()) {
                theirs = first(prometheus, query);
            }
            OUT.printf(
                    Locale.ROOT,
                    "| `%s` | %.0f | %.0f | %.0f | %.0f |%n",
                    query.text(),
                    ours[0],
                    ours[1],
                    theirs[0],
                    theirs[1]);
        }
        OUT.println();
    }

    private static double[] first(ServerProcess server, BenchmarkQuery query) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(3);
        long cpu = server.cpuMillis();
        long begun = System.nanoTime();
        server.get(query.path());
        return new double[] {server.cpuMillis() - cpu, (System.nanoTime() - begun) / 1e6};
    }

    /** Measures a query, prints its row, gives Klamm's cost as a share of Prometheus's. */
    private double compare(BenchmarkQuery query, ServerProcess klamm, ServerProcess prometheus)
            throws IOException, InterruptedException {
        ComparedAnswers answers = ComparedAnswers.of(klamm.get(query.path()), prometheus.get(query.path()));
        repeat(klamm, query, WARM_UP_MILLIS);
        repeat(prometheus, query, WARM_UP_MILLIS / 3);
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = repeat(klamm, query, ROUND_MILLIS);
            theirs[round] = repeat(prometheus, query, ROUND_MILLIS);
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        double ratio = ours[ROUNDS / 2] / theirs[ROUNDS / 2];
        OUT.printf(
                Locale.ROOT,
                "| `%s` | %s | %,d, %,d | %s | %s | %.2f | %s |%n",
                query.text(),
                query.kind().words(),
                answers.series(),
                answers.points(),
                spread(ours),
                spread(theirs),
                ratio,
                answers.difference() == 0 ? "none" : String.format(Locale.ROOT, "%.0e", answers.difference()));
        return ratio;
    }

    private static String spread(double[] sorted) {
        return String.format(
                Locale.ROOT, "%.1f (%.1f-%.1f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** Asks again and again until so much CPU time is used; gives the CPU milliseconds of one request. */
    private static double repeat(ServerProcess server, BenchmarkQuery query, long millis)
            throws IOException, InterruptedException {
        long begun = server.cpuMillis();
        long used = 0;
        int count = 0;
        while (used < millis && count < MOST_REQUESTS) {
            server.get(query.path());
            count++;
            used = server.cpuMillis() - begun;
        }
        return (double) used / count;
    }
}
