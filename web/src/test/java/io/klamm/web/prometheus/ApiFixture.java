package io.klamm.web.prometheus;

import io.klamm.model.rule.RuleGroupView;
import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.promql.budget.Cancellation;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.storage.Appender;
import io.klamm.storage.Queryable;
import io.klamm.storage.StoreAnalysis;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.remote.read.ReadSettings;
import io.klamm.storage.remote.read.RemoteReadHandler;
import io.klamm.storage.remote.write.RemoteWriteReceiver;
import io.klamm.storage.remote.write.WriteSettings;
import io.klamm.web.alerts.FakeRuleDesk;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API over a small store: two targets' {@code up}, a counter, a label with a dot in its name; every 15 s for 10 min. */
public final class ApiFixture {

    public static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final PrometheusApi api;

    ApiFixture() {
        MemoryStorage store = new MemoryStorage();
        fill(store);
        api = new PrometheusApi(parts(store, store, Optional.empty()), new Rules(), Origins.NONE, CLOCK);
    }

    /**
     * What a server answers from; its own clock stands at {@link #NOW}.
     *
     * @param read asked by queries, for names and by remote reads
     * @param written where remote writes go
     */
    public static PrometheusParts parts(Queryable read, MemoryStorage written, Optional<PrometheusParts.Push> push) {
        RemoteWriteReceiver receiver =
                new RemoteWriteReceiver(written, WriteSettings.USUAL.withoutLog(), new SecureRandom(), CLOCK);
        RemoteReadHandler reads = new RemoteReadHandler(read, Labels.EMPTY, ReadSettings.USUAL);
        return new PrometheusParts(
                new Engine(EngineSettings.standard(), read, System::nanoTime),
                read,
                targets(),
                () -> List.of(new Targets.Described("lag", new Metadata(MetricType.GAUGE, "Lag.", ""))),
                new Facts(),
                receiver::receive,
                reads::read,
                push,
                Optional.empty());
    }

    /** Puts the samples in. */
    public static void fill(MemoryStorage store) {
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

    private static final class Rules implements RuleViews {
        @Override
        public List<RuleGroupView> groups() {
            return new FakeRuleDesk().groups();
        }

        @Override
        public List<String> alertmanagers() {
            return List.of("http://localhost:9093/api/v2/alerts");
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
                        Duration.ofSeconds(90),
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
