package io.klamm.benchmarks;

import io.klamm.model.Broker;
import io.klamm.model.ClusterLag;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.ComponentStatus;
import io.klamm.model.Group;
import io.klamm.model.GroupLag;
import io.klamm.model.GroupType;
import io.klamm.model.Partition;
import io.klamm.model.PartitionLag;
import io.klamm.model.Topic;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.ClusterVerdicts;
import io.klamm.model.verdict.Evidence;
import io.klamm.model.verdict.Forecast;
import io.klamm.model.verdict.GroupVerdict;
import io.klamm.model.verdict.LagHistory;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Rule;
import io.klamm.model.verdict.TimeLag;
import io.klamm.model.verdict.Verdict;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Measures {@code GET /metrics} over real HTTP with a reading of about 100,000 series of kafka_exporter's and 80,000 of our own: plain and gzip, with a reading that stays and with one
 * that is new before each request, announced (the metrics are written out ahead) or not (the request has to).
 */
public final class MetricsBenchmark {

    private static final int TOPICS = 500;
    private static final int PARTITIONS = 12;
    private static final int GROUPS = 250;
    private static final int TOPICS_A_GROUP = 9;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 300;

    private static final Evidence EVIDENCE = Evidence.of(Rule.CAUGHT_UP, Map.of());

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
        List<Topic> topics =
                IntStream.range(0, TOPICS).mapToObj(i -> topic(i, cycle)).toList();
        List<GroupLag> lags =
                IntStream.range(0, GROUPS).mapToObj(i -> group(i, cycle, now)).toList();
        ClusterSnapshot snapshot = new ClusterSnapshot(
                "main",
                "benchmark",
                cycle,
                now,
                Duration.ofMillis(500),
                1,
                List.of(new Broker(1, "kafka-1.example", 9092, null, false)),
                topics,
                List.of(),
                Optional.empty(),
                lags.stream().map(GroupLag::group).toList(),
                List.of());
        return new ClusterView(
                "main",
                Duration.ofSeconds(15),
                status(cycle, now),
                Optional.of(new ClusterView.Reading(snapshot, new ClusterLag(lags), verdicts(lags, now))));
    }

    private static ClusterVerdicts verdicts(List<GroupLag> lags, Instant now) {
        TreeMap<String, GroupVerdict> groups = new TreeMap<>();
        for (GroupLag lag : lags) {
            String id = lag.group().id();
            List<PartitionVerdict> partitions =
                    lag.partitions().stream().map(MetricsBenchmark::verdict).toList();
            groups.put(id, new GroupVerdict(id, Verdict.OK, false, GroupVerdict.Source.OFFSETS_TOPIC, partitions));
        }
        return new ClusterVerdicts(now, groups);
    }

    private static PartitionVerdict verdict(PartitionLag partition) {
        double records = partition.lag().orElse(0);
        Forecast forecast = new Forecast(
                OptionalDouble.of(100),
                OptionalDouble.of(101),
                Optional.of(new TimeLag(records / 100, TimeLag.Method.INTERPOLATED, TimeLag.Confidence.HIGH)),
                OptionalDouble.of(records),
                OptionalDouble.empty());
        return new PartitionVerdict(
                partition.partition(), Verdict.OK, partition.lag(), partition.lag(), EVIDENCE, forecast);
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

    private static String topicName(int number) {
        return String.format("team-%02d.orders.events-%04d", number % 20, number);
    }

    private static Topic topic(int number, long cycle) {
        List<Partition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(id -> new Partition(
                        id,
                        1 + id % 3,
                        List.of(1 + id % 3, 1 + (id + 1) % 3),
                        List.of(1 + id % 3, 1 + (id + 1) % 3),
                        List.of(),
                        List.of(),
                        List.of(),
                        1000L * number,
                        end(number, id, cycle),
                        end(number, id, cycle)))
                .toList();
        return new Topic(topicName(number), "id-" + number, false, partitions, Optional.empty());
    }

    private static long end(int topic, int partition, long cycle) {
        return 1_000_000L * (topic + 1) + 7919L * partition + 1500 * cycle;
    }

    private static GroupLag group(int number, long cycle, Instant now) {
        List<PartitionLag> partitions = new ArrayList<>();
        for (int i = 0; i < TOPICS_A_GROUP; i++) {
            int topic = (number + i * 37) % TOPICS;
            for (int id = 0; id < PARTITIONS; id++) {
                partitions.add(lag(topic, id, cycle, (number * 31L + id * 17L + cycle) % 5000));
            }
        }
        partitions.sort((one, other) -> one.partition().compareTo(other.partition()));
        Group group = new Group(
                String.format("service-%03d.consumer", number),
                GroupType.CLASSIC,
                "Stable",
                "range",
                1,
                List.of(),
                Optional.of(List.of()),
                now);
        return new GroupLag(group, partitions, OptionalLong.of(1), TOPICS_A_GROUP);
    }

    private static PartitionLag lag(int topic, int partition, long cycle, long lag) {
        long end = end(topic, partition, cycle);
        return new PartitionLag(
                new TopicPartition(topicName(topic), partition),
                OptionalLong.of(end - lag),
                OptionalLong.of(end),
                OptionalLong.of(lag),
                false,
                null);
    }
}
