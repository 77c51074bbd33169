package io.klamm.benchmarks;

import io.klamm.model.ComponentStatus;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import io.klamm.web.ClusterView;
import io.klamm.web.Views;
import io.klamm.web.WebConfig;
import io.klamm.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Measures {@code GET /metrics} over real HTTP with a reading of about 100,000 series of kafka_exporter's and 80,000 of our own: plain and gzip, with a reading that stays and with one
 * that is new before each request, announced (the metrics are written out ahead) or not (the request has to).
 */
public final class MetricsBenchmark {

    private static final int WARM_UP = 100;
    private static final int ROUNDS = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Newest views = new Newest();

    /** Shows the reading that was put last. */
    private static final class Newest implements Views {

        private volatile ClusterView view = view(1);

        @Override
        public List<ClusterView> clusters() {
            return List.of(view);
        }

        @Override
        public Optional<GroupVerdict> explain(String cluster, String group) {
            return Optional.empty();
        }

        @Override
        public Optional<LagHistory> history(String cluster, String group) {
            return Optional.empty();
        }

        @Override
        public List<ComponentStatus> components() {
            return List.of(view.status());
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new MetricsBenchmark().run();
    }

    private void run() throws IOException, InterruptedException {
        try (WebServer server = new WebServer(WebConfig.loopback(0), views, List::of, "benchmark", Clock.systemUTC())) {
            server.start();
            URI uri = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
            HttpRequest plain = HttpRequest.newBuilder(uri).build();
            HttpRequest gzip = HttpRequest.newBuilder(uri)
                    .header("Accept-Encoding", "gzip")
                    .build();
            print(plain, gzip);
            measure("plain, same reading", plain, () -> {});
            measure("gzip, same reading", gzip, () -> {});
            measure("gzip, new reading, announced 1 s before", gzip, () -> announced(server));
            measure("plain, new reading, announced at once", plain, () -> announce(server));
            measure("gzip, new reading, announced at once", gzip, () -> announce(server));
            measure("gzip, new reading, not announced", gzip, this::renew);
        }
    }

    /** What is done before each request, outside of what is measured. */
    private interface Before {
        void run() throws InterruptedException;
    }

    private void renew() {
        views.view = view(views.view.status().runs() + 1);
    }

    private void announce(WebServer server) {
        renew();
        server.published("main");
    }

    private void announced(WebServer server) throws InterruptedException {
        announce(server);
        Thread.sleep(1000);
    }

    private void print(HttpRequest plain, HttpRequest gzip) throws IOException, InterruptedException {
        byte[] text = ask(plain);
        long series = IntStream.range(1, text.length)
                .filter(i -> text[i - 1] == '\n' && text[i] != '#')
                .count();
        System.out.printf("series %d, plain %d bytes, gzip %d bytes%n", series, text.length, ask(gzip).length);
    }

    private void measure(String name, HttpRequest request, Before before) throws IOException, InterruptedException {
        boolean slow = name.contains("1 s before");
        for (int i = 0; i < (slow ? 3 : WARM_UP); i++) {
            before.run();
            ask(request);
        }
        long[] nanos = new long[slow ? 30 : ROUNDS];
        for (int i = 0; i < nanos.length; i++) {
            before.run();
            long start = System.nanoTime();
            ask(request);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-42s median %6.1f ms   p99 %6.1f ms   max %6.1f ms%n",
                name,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private byte[] ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("status: " + response.statusCode() + " (expected: 200)");
        }
        return response.body();
    }

    private static ClusterView view(long cycle) {
        Instant now = Clock.systemUTC().instant();
        return new ClusterView(
                "main", Duration.ofSeconds(15), status(cycle, now), Optional.of(LargeReading.of(cycle, now)));
    }

    private static ComponentStatus status(long cycle, Instant now) {
        return new ComponentStatus(
                "kafka",
                "main",
                ComponentStatus.State.OK,
                now,
                now,
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                cycle,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                null);
    }
}
