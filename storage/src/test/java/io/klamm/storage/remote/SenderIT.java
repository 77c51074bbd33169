package io.klamm.storage.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.storage.remote.send.DestinationStatus;
import io.klamm.storage.remote.send.HttpTransport;
import io.klamm.storage.remote.send.MemoryLog;
import io.klamm.storage.remote.send.RemoteWriteSender;
import io.klamm.storage.remote.send.SendConfig;
import io.klamm.storage.remote.write.WriteProtocol;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sender against a real Prometheus and a real VictoriaMetrics. */
class SenderIT {

    private static final int SERIES = 500;
    private static final int SCRAPES = 40;

    @TempDir
    private Path directory;

    private final MemoryLog log = new MemoryLog();
    private long now = System.currentTimeMillis() / 1000 * 1000;

    @Test
    void prometheus_getsAll_alsoAfterARestartInBetween() {
        String config = "global:\n  scrape_interval: 1h\n";
        try (RealProcess prometheus = RealProcess.prometheus(directory, config, "--web.enable-remote-write-receiver")) {
            SendConfig to = to("prometheus", prometheus.url("/api/v1/write"));
            append(SCRAPES / 2);
            send(to, SERIES * SCRAPES / 2);
            append(SCRAPES / 2);
            DestinationStatus status = send(to, SERIES * SCRAPES / 2);
            assertThat(status.protocol()).as("2.42 knows the first only").isEqualTo(WriteProtocol.V1);
            assertThat(status.dead()).isZero();
            check(prometheus);
        }
    }

    @Test
    void victoriaMetrics_getsAll() {
        try (RealProcess victoria = RealProcess.victoriaMetrics(directory)) {
            append(SCRAPES);
            DestinationStatus status = send(to("victoria", victoria.url("/api/v1/write")), SERIES * SCRAPES);
            assertThat(status.dead()).isZero();
            victoria.get("/internal/force_flush");
            check(victoria);
        }
    }

    private SendConfig to(String name, URI url) {
        return new SendConfig(
                name,
                url,
                Map.of(),
                Duration.ofSeconds(30),
                WriteProtocol.V2,
                Labels.of("site", "eu"),
                labels -> labels.get("i").equals("0") ? null : labels,
                2_000,
                4,
                Duration.ofMillis(200),
                Duration.ofMillis(30),
                Duration.ofSeconds(5),
                true);
    }

    /** Scrapes 15 s apart, of which the newest is now. */
    private void append(int scrapes) {
        int done = log.rows().size() / SERIES;
        for (int scrape = done; scrape < done + scrapes; scrape++) {
            List<MemoryLog.Row> rows = new ArrayList<>();
            for (int i = 0; i < SERIES; i++) {
                Labels labels = Labels.of("__name__", "lag", "i", "" + i, "주제", "값 \"" + i % 3 + "\"");
                rows.add(new MemoryLog.Row(labels, now - (SCRAPES - 1 - scrape) * 15_000L, scrape + i / 8.0));
            }
            log.add(rows);
        }
    }

    private DestinationStatus send(SendConfig to, int samples) {
        HttpClient http = HttpClient.newHttpClient();
        try (RemoteWriteSender sender = new RemoteWriteSender(
                List.of(to), log, directory, of -> new HttpTransport(of, http), Clock.systemUTC(), new Random(1))) {
            sender.start();
            int wanted = samples - samples / SERIES;
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (System.nanoTime() < end) {
                DestinationStatus status = sender.status().get(0);
                if (status.sent() >= wanted && status.state() == DestinationStatus.State.IDLE) {
                    return status;
                }
                Thread.onSpinWait();
            }
            throw new AssertionError(sender.status().toString());
        }
    }

    private void check(RealProcess process) {
        int kept = SERIES - 1;
        process.awaitQuery(
                "sum(count_over_time(lag{site=\"eu\"}[1h]))", body -> body.contains("\"" + kept * SCRAPES + "\""));
        process.awaitQuery("count(lag{i!=\"0\"} == " + (SCRAPES - 1) + " + 1 / 8)", body -> body.contains("\"1\""));
        process.awaitQuery("lag{i=\"7\"}", body -> body.contains("\"주제\":\"값 \\\"1\\\"\""));
    }
}
