package io.klamm.scrape.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.scrape.push.PushAnswer;
import io.klamm.scrape.push.PushConfig;
import io.klamm.scrape.push.PushGateway;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.testing.ManualClock;
import io.klamm.testing.ManualTimers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of real Go programs are pushed as text and as protobuf, which is how Go's own client pushes: both come to the same series. */
class PushIT {

    private static final String PROTOBUF =
            "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited";

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final ManualTimers timers = new ManualTimers(clock);
    private final MemoryStorage store = new MemoryStorage();

    @Test
    void push_textAndProtobuf_areTheSameSeries() throws IOException, InterruptedException {
        try (RealProgram node = RealProgram.nodeExporter(directory);
                RealProgram alertmanager = RealProgram.alertmanager(directory);
                PushGateway gateway =
                        new PushGateway(PushConfig.in(directory.resolve("push")), clock, timers::after, store)) {
            gateway.start();
            compare(gateway, "node", node);
            compare(gateway, "alertmanager", alertmanager);
        }
    }

    private void compare(PushGateway gateway, String name, RealProgram program)
            throws IOException, InterruptedException {
        // The second page has what the program counts of the first.
        program.metrics("text/plain");
        push(gateway, name + "-text", program.metrics("text/plain"));
        push(gateway, name + "-protobuf", program.metrics(PROTOBUF));
        timers.advance(Duration.ofSeconds(15));
        assertThat(series(name + "-protobuf"))
                .isEqualTo(series(name + "-text"))
                .hasSizeGreaterThan(200)
                .anyMatch(labels -> labels.contains("quantile="));
    }

    private static void push(PushGateway gateway, String job, HttpResponse<byte[]> page) {
        String type = page.headers().firstValue("Content-Type").orElse("");
        assertThat(type.contains("protobuf")).isEqualTo(job.endsWith("protobuf"));
        assertThat(gateway.handle("PUT", "/metrics/job/" + job, Map.of("Content-Type", type), page.body()))
                .isEqualTo(new PushAnswer(200, ""));
    }

    private Set<String> series(String job) {
        return Kept.of(store, job).living().stream()
                .map(labels -> labels.replace("job=\"" + job + "\"", ""))
                .collect(Collectors.toSet());
    }
}
