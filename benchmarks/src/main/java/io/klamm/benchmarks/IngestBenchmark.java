package io.klamm.benchmarks;

import io.klamm.benchmarks.peer.ServerProcess;
import io.klamm.benchmarks.peer.Servers;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what it costs Klamm and a real Prometheus, each a process of its own, to take Kafka-like data by remote write 1.0 from one sender: CPU time, disk, memory, and a restart after {@code kill -9}. First few
 * series for hours, as a cluster gives them; then many series for ten minutes, all of which are in the head.
 *
 * <p>Arguments: series (10,000), hours (12), many series (200,000), jitter in milliseconds (0), Klamm's heap (1g). No series leave a part out.
 */
public final class IngestBenchmark {

    private static final int MANY_ROWS = 40;
    private static final int ROWS_AN_HOUR = 3_600_000 / KafkaLikeData.STEP;
    private static final int SEED = 1;
    private static final double MEBI = 1 << 20;
    private static final PrintStream OUT = System.out;

    private final Path directory;
    private final int jitter;
    private final String heap;

    private IngestBenchmark(Path directory, int jitter, String heap) {
        this.directory = directory;
        this.jitter = jitter;
        this.heap = heap;
    }

    /** A number that a server came to. */
    private record Figure(String what, double value, String format, boolean moreIsBetter) {}

    /** A part of the benchmark, for either server. */
    private interface Part {
        List<Figure> measure(Start start) throws IOException, InterruptedException;
    }

    /** Starts a server, again and again in the same directory. */
    private interface Start {
        ServerProcess server() throws IOException, InterruptedException;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (!Servers.hasPrometheus()) {
            OUT.println("skipped: no Prometheus on this machine (Debian's package prometheus has it)");
            return;
        }
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int hours = args.length > 1 ? Integer.parseInt(args[1]) : 12;
        int many = args.length > 2 ? Integer.parseInt(args[2]) : 200_000;
        int jitter = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        Path directory = Files.createTempDirectory("klamm-ingest");
        try {
            IngestBenchmark benchmark = new IngestBenchmark(directory, jitter, args.length > 4 ? args[4] : "1g");
            if (series > 0) {
                String title = String.format(Locale.ROOT, "%,d series for %d h, jitter %d ms", series, hours, jitter);
                benchmark.compare("few", title, start -> benchmark.few(start, series, hours * ROWS_AN_HOUR));
            }
            if (many > 0) {
                String title = String.format(Locale.ROOT, "%,d new series, %d samples each", many, MANY_ROWS);
                benchmark.compare("many", title, start -> benchmark.many(start, many));
            }
        } finally {
            Directories.delete(directory);
        }
    }

    private void compare(String name, String title, Part part) throws IOException, InterruptedException {
        List<Figure> ours = part.measure(() -> Servers.klamm(directory.resolve("klamm-" + name), heap));
        List<Figure> theirs = part.measure(() -> Servers.prometheus(directory.resolve("prometheus-" + name)));
        OUT.printf("%n| %s | Klamm | Prometheus | Klamm is |%n|---|---|---|---|%n", title);
        for (int i = 0; i < ours.size(); i++) {
            Figure figure = ours.get(i);
            double other = theirs.get(i).value;
            double ratio = figure.moreIsBetter ? figure.value / other : other / figure.value;
            String row = "| %s | " + figure.format + " | " + figure.format + " | %s |%n";
            String words = Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f times as good", ratio) : "";
            OUT.printf(Locale.ROOT, row, figure.what, figure.value, other, words);
        }
    }

    private List<Figure> few(Start start, int count, int rows) throws IOException, InterruptedException {
        try (ServerProcess server = start.server()) {
            List<Figure> figures = new ArrayList<>();
            long samples = send(server, count, rows, figures);
            figures.add(new Figure(
                    "bytes a sample of a snapshot: values, times and index",
                    (double) Directories.bytes(server.snapshot()) / samples,
                    "%.2f",
                    false));
            return figures;
        }
    }

    private List<Figure> many(Start start, int count) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        long samples;
        try (ServerProcess server = start.server()) {
            samples = send(server, count, MANY_ROWS, figures);
            server.kill();
        }
        try (ServerProcess server = start.server()) {
            figures.add(new Figure("ready after kill -9, seconds", server.readyMillis() / 1_000, "%.2f", false));
            figures.add(new Figure("CPU seconds until then", server.readyCpuMillis() / 1_000.0, "%.2f", false));
            figures.add(new Figure("samples lost by it", samples - samples(server), "%.0f", false));
        }
        return figures;
    }

    /** Sends rows, notes what that cost, and gives the number of samples. */
    private long send(ServerProcess server, int count, int rows, List<Figure> figures)
            throws IOException, InterruptedException {
        KafkaLikeData data = new KafkaLikeData(count, jitter, SEED);
        KafkaLikeRequests requests = new KafkaLikeRequests(data);
        long idle = server.residentBytes();
        long begun = server.cpuMillis();
        for (int row = 0; row < rows; row++) {
            requests.row(server::write);
        }
        long sent = server.cpuMillis() - begun;
        long resident = server.residentBytes();
        server.awaitQuiet();
        long all = server.cpuMillis() - begun;
        long samples = (long) rows * data.size();
        figures.add(
                new Figure("samples a CPU-second, until the last was taken", samples / (sent / 1e3), "%,.0f", true));
        figures.add(new Figure("... until everything was tidied up", samples / (all / 1e3), "%,.0f", true));
        figures.add(new Figure("memory before, MB", idle / MEBI, "%.0f", false));
        figures.add(new Figure("... after the last sample", resident / MEBI, "%.0f", false));
        figures.add(new Figure("... at most", server.peakBytes() / MEBI, "%.0f", false));
        return samples;
    }

    /** How many samples the server still has of those that were sent. Metrics are asked for one by one: without their names, series would not be distinct. */
    private static long samples(ServerProcess server) throws IOException, InterruptedException {
        long last = KafkaLikeData.START + (long) MANY_ROWS * KafkaLikeData.STEP;
        String names = text(server.get("/api/v1/label/__name__/values"));
        long samples = 0;
        for (String name : names.replaceAll(".*\\[|\\].*|\"", "").split(",", -1)) {
            String expression = "sum(count_over_time(" + name + "[1h]))";
            String answer = text(server.get("/api/v1/query?time=" + last / 1_000 + "&query="
                    + URLEncoder.encode(expression, StandardCharsets.UTF_8)));
            String value = answer.replaceAll("(?s).*\"value\":\\[[^,]*,\"(\\d+)\".*", "$1");
            samples += value.equals(answer) ? 0 : Long.parseLong(value);
        }
        return samples;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
