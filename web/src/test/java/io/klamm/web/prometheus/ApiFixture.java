package io.klamm.web.prometheus;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.promql.budget.Cancellation;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.storage.Appender;
import io.klamm.storage.StoreAnalysis;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.read.ReadAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API over a small store: two targets' {@code up}, a counter, a label with a dot in its name; every 15 s for 10 min. */
final class ApiFixture {

    static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    final MemoryStorage store = new MemoryStorage();
    final PrometheusApi api;

    ApiFixture() {
        fill();
        Engine engine = new Engine(EngineSettings.standard(), store, System::nanoTime);
        api = new PrometheusApi(
                new PrometheusParts(
                        engine,
                        store,
                        targets(),
                        () -> List.of(new Targets.Described("lag", new Metadata(MetricType.GAUGE, "Lag.", ""))),
                        new Facts(),
                        call -> RemoteAnswer.empty(204),
                        call -> new ReadAnswer.Whole(RemoteAnswer.empty(200)),
                        Optional.empty(),
                        Optional.empty()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void fill() {
        try (Appender appender = store.appender("test")) {
            for (int i = 0; i <= 40; i++) {
                long time = NOW.toEpochMilli() - 600_000 + i * 15_000L;
                appender.begin(time);
                appender.append(appender.series(Labels.of(Labels.NAME, "up", "instance", "a", "job", "kafka")), 1);
                appender.append(appender.series(Labels.of(Labels.NAME, "up", "instance", "b", "job", "kafka")), i % 2);
                appender.append(appender.series(Labels.of(Labels.NAME, "requests_total", "job", "kafka")), i * 30);
                appender.append(appender.series(Labels.of(Labels.NAME, "odd", "a.b", "\"<é>\n")), 0.1);
                appender.commit();
            }
        }
    }

    private static Targets targets() {
        Labels labels = Labels.of("instance", "a", "job", "kafka");
        return new Targets() {
            @Override
            public List<Active> active() {
                return List.of(new Active(
                        Labels.of("__address__", "a:9308", "job", "kafka"),
                        labels,
                        "kafka",
                        "http://a:9308/metrics",
                        "",
                        Optional.of(NOW),
                        Duration.ofMillis(12),
                        "up",
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(10),
                        List.of(new Described("up", new Metadata(MetricType.GAUGE, "Up.", "")))));
            }

            @Override
            public List<Dropped> dropped() {
                return List.of(new Dropped(Labels.of("__address__", "b:9308"), "kafka"));
            }

            @Override
            public List<String> pools() {
                return List.of("kafka");
            }
        };
    }

    private static final class Facts implements ServerFacts {
        @Override
        public String config() {
            return "clusters: []\n";
        }

        @Override
        public Map<String, String> flags() {
            return Map.of("query.timeout", "2m");
        }

        @Override
        public Instant startedAt() {
            return NOW.minusSeconds(60);
        }

        @Override
        public Instant configuredAt() {
            return NOW.minusSeconds(60);
        }

        @Override
        public String retention() {
            return "15d";
        }

        @Override
        public String version() {
            return "0.1.0";
        }

        @Override
        public StoreAnalysis store(int limit) {
            List<StoreAnalysis.Count> counts = List.of(new StoreAnalysis.Count("up", 2));
            return new StoreAnalysis(
                    5,
                    6,
                    new StoreAnalysis.Head(4, 4, 480, 240, 300),
                    900,
                    0,
                    NOW.toEpochMilli(),
                    List.of(new StoreAnalysis.BlockSize("b-1", 0, 7_199_999, 1, 5, 1_000, 1_100)),
                    counts,
                    counts,
                    counts,
                    counts);
        }
    }

    PrometheusAnswer get(String path, String query) {
        return send("GET", path, query, "");
    }

    PrometheusAnswer post(String path, String form) {
        return send("POST", path, "", form);
    }

    PrometheusAnswer send(String method, String path, String query, String form) {
        return api.answer(new PrometheusRequest(
                method,
                path,
                query,
                "127.0.0.1",
                Map.of("content-type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8),
                new Cancellation()));
    }

    static String text(PrometheusAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
