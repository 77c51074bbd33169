package io.klamm.benchmarks;

import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how many samples a CPU-second Klamm and a real Prometheus scrape into their stores: one page of Kafka-like samples, every second, each program alone and
 * as a process of its own, in turns. CPU is user and system time of the whole process.
 *
 * <p>Arguments: samples of the page (100,000), scrapes that are measured in each turn (120: in so many each store packs every series once), turns (1).
 */
public final class ScrapeBenchmark {

    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final int WARM_UP = 20;
    private static final long PATIENCE_SECONDS = 1_800;
    private static final Pattern COUNTS = Pattern.compile("ScrapeCounts\\[.*?\\bsamples=(\\d+),");
    private static final Pattern APPENDED =
            Pattern.compile("(?m)^prometheus_tsdb_head_samples_appended_total(?:\\{type=\"float\"})? (\\S+)$");

    private final int series;
    private final int scrapes;
    private final Path directory;

    private record Used(long samples, double cpuSeconds, long memory, long mostMemory) {

        Used plus(Used other) {
            return new Used(
                    samples + other.samples,
                    cpuSeconds + other.cpuSeconds,
                    Math.max(memory, other.memory),
                    Math.max(mostMemory, other.mostMemory));
        }

        double rate() {
            return samples / cpuSeconds;
        }
    }

    /** Starts a program that does what a prometheus.yml says. */
    private interface Starter {
        ScrapedProcess start(Path config, Path directory, int port) throws IOException;
    }

    /** How many samples a program has written to its store by its own account: a scrape that fails, as on a busy machine, writes none. */
    private interface Counter {
        long samples(ScrapedProcess process, Path directory, int port) throws IOException, InterruptedException;
    }

    private ScrapeBenchmark(int series, int scrapes, Path directory) {
        this.series = series;
        this.scrapes = scrapes;
        this.directory = directory;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int scrapes = args.length > 1 ? Integer.parseInt(args[1]) : 120;
        int turns = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        Path directory = Files.createTempDirectory("klamm-scrape");
        try {
            new ScrapeBenchmark(series, scrapes, directory).run(turns);
        } finally {
            Disk.real().deleteTree(directory);
        }
    }

    private void run(int turns) throws IOException, InterruptedException {
        Used klamm = new Used(0, 0, 0, 0);
        Used prometheus = new Used(0, 0, 0, 0);
        boolean peer = Files.isExecutable(PROMETHEUS);
        for (int turn = 0; turn < turns; turn++) {
            klamm = klamm.plus(measure("Klamm " + turn, ScrapeBenchmark::klamm, ScrapeBenchmark::klammSamples));
            if (peer) {
                prometheus = prometheus.plus(
                        measure("Prometheus " + turn, ScrapeBenchmark::prometheus, ScrapeBenchmark::prometheusSamples));
            }
        }
        print("Klamm", klamm);
        if (peer) {
            print("Prometheus", prometheus);
            System.out.printf(Locale.ROOT, "ratio %.2f (expected: at least 1.5)%n", klamm.rate() / prometheus.rate());
        } else {
            System.out.println("no " + PROMETHEUS + ": nothing to compare with");
        }
    }

    private Used measure(String name, Starter starter, Counter counter) throws IOException, InterruptedException {
        Path home = Files.createDirectory(directory.resolve(name.replace(' ', '-')));
        try (ScrapedPages pages = new ScrapedPages(series)) {
            Path config = Files.writeString(home.resolve("prometheus.yml"), """
                    global: {scrape_interval: 1s}
                    scrape_configs: [{job_name: kafka, static_configs: [{targets: ['%s']}]}]
                    """.formatted(pages.address()));
            int port = freePort();
            try (ScrapedProcess process = starter.start(config, home, port)) {
                await(process, pages, WARM_UP, home);
                int pagesBefore = pages.served();
                long samplesBefore = counter.samples(process, home, port);
                double cpuBefore = process.cpuSeconds();
                await(process, pages, pagesBefore + scrapes, home);
                Used used = new Used(
                        counter.samples(process, home, port) - samplesBefore,
                        process.cpuSeconds() - cpuBefore,
                        process.memory("VmRSS"),
                        process.memory("VmHWM"));
                print(name + ", " + pages.samples() + " samples of " + pages.bytes() + " bytes", used);
                return used;
            }
        }
    }

    private static void await(ScrapedProcess process, ScrapedPages pages, int served, Path home)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (pages.served() < served) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("scrapes: " + pages.served() + " (expected: " + served + ")\n"
                        + Files.readString(home.resolve("log")));
            }
            Thread.sleep(20);
        }
    }

    private static ScrapedProcess klamm(Path config, Path home, int port) throws IOException {
        return ScrapedProcess.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScrapeProgram.class.getName(),
                        config.toString(),
                        home.resolve("data").toString()),
                home.resolve("log"));
    }

    private static long klammSamples(ScrapedProcess process, Path home, int port)
            throws IOException, InterruptedException {
        Path log = home.resolve("log");
        int answers = counts(log).size();
        process.ask();
        for (int i = 0; i < 600; i++) {
            List<Long> all = counts(log);
            if (all.size() > answers) {
                return all.get(answers);
            }
            Thread.sleep(50);
        }
        throw new IOException("Klamm does not tell its counts:\n" + Files.readString(log));
    }

    private static List<Long> counts(Path log) throws IOException {
        return COUNTS.matcher(Files.readString(log))
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .toList();
    }

    private static ScrapedProcess prometheus(Path config, Path home, int port) throws IOException {
        return ScrapedProcess.start(
                List.of(
                        PROMETHEUS.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + home.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port),
                home.resolve("log"));
    }

    private static long prometheusSamples(ScrapedProcess process, Path home, int port)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
        String page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher found = APPENDED.matcher(page);
        if (!found.find()) {
            throw new IOException("Prometheus does not tell how many samples it has appended");
        }
        return (long) Double.parseDouble(found.group(1));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void print(String name, Used used) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d samples in %.2f s of CPU, %,.0f a CPU-second; %,d MB resident, %,d MB at most%n",
                name,
                used.samples(),
                used.cpuSeconds(),
                used.rate(),
                used.memory() >> 20,
                used.mostMemory() >> 20);
    }
}
