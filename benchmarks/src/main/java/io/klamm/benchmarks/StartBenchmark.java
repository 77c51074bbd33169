package io.klamm.benchmarks;

import io.klamm.lab.cluster.TestLab;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long {@code klamm server} takes from the command to the first 200, and how much memory it holds while it watches three real brokers. */
public final class StartBenchmark {

    private static final int RUNS = 7;
    private static final int SETTLE_SECONDS = 20;
    private static final PrintStream OUT = System.out;

    private StartBenchmark() {}

    /** Runs everything; no arguments. */
    public static void main(String[] args) throws Exception {
        try (TestLab lab = TestLab.start(config -> config.brokers(3))) {
            OUT.println("| | time to first 200, median of " + RUNS + " (least-most) | RSS after " + SETTLE_SECONDS
                    + " s, 3 brokers |");
            OUT.println("|---|---|---|");
            measure("with class archive", "on", lab.lab().bootstrapServers());
            measure("without", "off", lab.lab().bootstrapServers());
        }
    }

    private static void measure(String what, String archive, String servers) throws Exception {
        List<Long> millis = new ArrayList<>();
        long rss = 0;
        for (int run = 0; run < RUNS; run++) {
            boolean last = run == RUNS - 1;
            try (Started server = Started.begin(archive, servers)) {
                millis.add(server.millisToFirst200());
                if (last) {
                    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                    server.get("/metrics");
                    rss = server.rssMegabytes();
                }
            }
        }
        Collections.sort(millis);
        OUT.printf(
                Locale.ROOT,
                "| %s | %d ms (%d-%d) | %d MB |%n",
                what,
                millis.get(RUNS / 2),
                millis.get(0),
                millis.get(RUNS - 1),
                rss);
    }

    /** One server process. */
    private record Started(Process process, int port, long began) implements AutoCloseable {

        static Started begin(String archive, String servers) throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("klamm.dist"), "bin", "klamm")
                                    .toString(),
                            "server",
                            "--bootstrap-servers",
                            servers,
                            "--listen",
                            "127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("KLAMM_CDS", archive);
            builder.environment()
                    .put(
                            "KLAMM_DATA_DIR",
                            Files.createTempDirectory("klamm-start").toString());
            long began = System.nanoTime();
            return new Started(builder.start(), port, began);
        }

        long millisToFirst200() throws InterruptedException {
            while (true) {
                try {
                    if (get("/-/healthy") == 200) {
                        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                    }
                } catch (IOException e) {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the server ended with code " + process.exitValue(), e);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(3);
            }
        }

        int get(String path) throws IOException {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        }

        long rssMegabytes() throws IOException {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(15, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
