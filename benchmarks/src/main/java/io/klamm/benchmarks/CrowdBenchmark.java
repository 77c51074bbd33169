package io.klamm.benchmarks;

import io.klamm.benchmarks.peer.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures whether collection and alerts stay on time while fifty clients ask for the worst at once: how late a clock in Klamm's process ticks that is to tick every 100 ms, and how long the writes of rows take,
 * without and with the crowd. Wall clock: what else runs on the machine shows in both.
 *
 * <p>Arguments: series (10,000), hours (12), a directory that is kept (a temporary one): data that are there are used again.
 */
public final class CrowdBenchmark {

    private static final int CLIENTS = 50;
    private static final int SECONDS = 60;
    private static final int CLOCK_SECONDS = 10;
    private static final String WORST = "max(quantile_over_time(0.9, kafka_consumergroup_lag[1h]))";
    private static final PrintStream OUT = System.out;

    private final BenchmarkStores stores;
    private final KafkaLikeRequests rows;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private CrowdBenchmark(BenchmarkStores stores) {
        this.stores = stores;
        this.rows = stores.furtherRows();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int hours = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        if (args.length > 2) {
            new CrowdBenchmark(new BenchmarkStores(Path.of(args[2]), series, hours, "1g")).run();
            return;
        }
        Path directory = Files.createTempDirectory("klamm-crowd");
        try {
            new CrowdBenchmark(new BenchmarkStores(directory, series, hours, "1g")).run();
        } finally {
            Directories.delete(directory);
        }
    }

    private void run() throws IOException, InterruptedException {
        stores.fillKlamm();
        OUT.println("| | ticks every 100 ms are late by | a row is written in | queries answered, refused |");
        OUT.println("|---|---|---|---|");
        try (ServerProcess klamm = stores.klamm()) {
            measure("alone", klamm);
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    clients.execute(() -> ask(klamm));
                }
                measure(CLIENTS + " clients", klamm);
            } finally {
                clients.shutdownNow();
            }
        }
    }

    private void measure(String what, ServerProcess klamm) throws IOException, InterruptedException {
        double[] millis = new double[SECONDS];
        for (int second = 0; second < SECONDS; second++) {
            long begun = System.nanoTime();
            rows.row(klamm::write);
            millis[second] = (System.nanoTime() - begun) / 1e6;
            long rest = TimeUnit.SECONDS.toNanos(1) - (System.nanoTime() - begun);
            TimeUnit.NANOSECONDS.sleep(rest);
        }
        String lateness = klamm.lateness();
        Arrays.sort(millis);
        OUT.printf(
                Locale.ROOT,
                "| %s | %s (of the last %d s) | median %.0f ms, slowest %.0f ms | %d, %d |%n",
                what,
                lateness,
                CLOCK_SECONDS,
                millis[SECONDS / 2],
                millis[SECONDS - 1],
                answered.get(),
                refused.get());
    }

    /** Asks again and again until the thread is interrupted. */
    private void ask(ServerProcess klamm) {
        long last = stores.last() / 1_000;
        String path = "/api/v1/query_range?step=30&start=" + (last - stores.hours() * 3_000L) + "&end=" + last
                + "&query=" + URLEncoder.encode(WORST, StandardCharsets.UTF_8);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    klamm.get(path);
                    answered.incrementAndGet();
                } catch (IOException e) {
                    refused.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
