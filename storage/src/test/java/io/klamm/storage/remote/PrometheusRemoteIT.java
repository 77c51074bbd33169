package io.klamm.storage.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.storage.Appender;
import io.klamm.storage.Matcher;
import io.klamm.storage.Outcome;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.remote.read.ReadSettings;
import io.klamm.storage.remote.read.RemoteQueryable;
import io.klamm.storage.remote.read.RemoteReadConfig;
import io.klamm.storage.remote.read.RemoteReadHandler;
import io.klamm.storage.remote.write.RemoteWriteReceiver;
import io.klamm.storage.remote.write.WriteSettings;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remote write and remote read against a real Prometheus. */
class PrometheusRemoteIT {

    private static final String CONFIG = """
            global:
              scrape_interval: 1s
              external_labels:
                site: eu
            scrape_configs:
              - job_name: self
                static_configs:
                  - targets: [SELF]
            """;

    @TempDir
    private Path directory;

    private final MemoryStorage store = new MemoryStorage();

    @Test
    void prometheus_writesToUs_andReadsFromUs() {
        try (RemoteServer server = new RemoteServer();
                RemoteWriteReceiver receiver = new RemoteWriteReceiver(
                        store, WriteSettings.USUAL.withoutLog(), new SecureRandom(), Clock.systemUTC())) {
            server.write(receiver).read(new RemoteReadHandler(store, Labels.EMPTY, ReadSettings.USUAL));
            String config = CONFIG + """
                    remote_write:
                      - url: %s
                        send_exemplars: true
                        queue_config:
                          batch_send_deadline: 500ms
                    remote_read:
                      - url: %s
                        read_recent: true
                        filter_external_labels: false
                    """.formatted(server.url("/api/v1/write"), server.url("/api/v1/read"));
            try (RealProcess prometheus = RealProcess.prometheus(directory, config)) {
                prometheus.awaitQuery(
                        "prometheus_remote_storage_samples_total",
                        body -> receiver.status().samples().getOrDefault(Outcome.APPENDED, 0L) > 3_000);
                assertThat(receiver.status().answers().keySet()).containsExactly(204);
                assertThat(samples(Matcher.equal("__name__", "up"), Matcher.equal("site", "eu")))
                        .isGreaterThan(2);

                appendSine();
                String count = prometheus.query("count_over_time(klamm_only{kind=\"sine\"}[2h])");
                assertThat(count).contains("\"kind\":\"sine\"", "\"300\"]");
                String value = prometheus.query("sum_over_time(klamm_only[2h])");
                assertThat(value).contains("\"44850\"]");
                assertThat(prometheus.query("klamm_only @ 1")).contains("\"result\":[]");
            }
        }
    }

    /** 300 samples, of 0 to 299, 15 s apart and up to now. */
    private void appendSine() {
        try (Appender appender = store.appender("test")) {
            long now = System.currentTimeMillis();
            appender.begin(now);
            for (int i = 0; i < 300; i++) {
                long time = now - (299 - i) * 15_000L;
                appender.append(appender.series(Labels.of("__name__", "klamm_only", "kind", "sine")), time, i);
            }
            appender.commit();
        }
    }

    @Test
    void we_readFromPrometheus() {
        try (RealProcess prometheus = RealProcess.prometheus(directory, CONFIG)) {
            prometheus.awaitQuery("count_over_time(up[1m])", body -> body.matches(".*\"[3-9]\"\\].*"));
            RemoteQueryable remote = new RemoteQueryable(
                    RemoteReadConfig.of("prometheus", prometheus.url("/api/v1/read")),
                    HttpClient.newHttpClient(),
                    () -> Long.MAX_VALUE);
            long now = System.currentTimeMillis();
            try (Querier querier = remote.querier(now - 60_000, now)) {
                SeriesSet set = querier.select(Selection.of(Matcher.equal("__name__", "up")));
                assertThat(set.next()).isTrue();
                assertThat(set.at().labels().get("job")).isEqualTo("self");
                assertThat(set.at().labels().get("site")).isEqualTo("eu");
                SampleBuffer samples = new SampleBuffer();
                set.at().read(samples);
                assertThat(samples.size()).isGreaterThanOrEqualTo(3);
                assertThat(samples.value(0)).isEqualTo(1);
                assertThat(set.next()).isFalse();
                assertThat(querier.labelValues("__name__", List.of(), 0).names())
                        .contains("up", "go_goroutines", "prometheus_build_info");
                assertThat(querier.labelNames(List.of(Matcher.equal("__name__", "up")), 0)
                                .names())
                        .containsExactly("__name__", "instance", "job", "site");
            }
        }
    }

    private int samples(Matcher... matchers) {
        try (Querier querier = store.querier(0, Long.MAX_VALUE)) {
            SeriesSet set = querier.select(Selection.of(matchers));
            SampleBuffer samples = new SampleBuffer();
            while (set.next()) {
                set.at().read(samples);
            }
            return samples.size();
        }
    }
}
