package io.klamm.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code klamm server --config.file}: pages are scraped and pushed, kept over {@code kill -9}, handed on to another server and read back from it. */
class StoreIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private static Program server(Path data, String... more) throws InterruptedException {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "server";
        System.arraycopy(more, 0, arguments, 1, more.length);
        Program program = Program.klamm(data, arguments);
        program.awaitLine(line -> line.startsWith("Klamm listens at "));
        return program;
    }

    private static double asked(Page page, String expression, double time) throws Exception {
        JsonNode answer = page.jsonOf(
                "/api/v1/query?time=" + time + "&query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        assertThat(answer.path("status").asText()).as(answer.toString()).isEqualTo("success");
        return answer.at("/data/result/0/value/1").asDouble(-1);
    }

    private static double asked(Page page, String expression) throws Exception {
        return asked(page, expression, System.currentTimeMillis() / 1000.0);
    }

    private static String run(Path data, String... arguments) throws InterruptedException {
        Program program = Program.klamm(data, arguments);
        assertThat(program.awaitExit()).as(program.output()).isZero();
        return program.output();
    }

    @Test
    void prometheusFile_isScraped_andKeptOverAKill() throws Exception {
        int port = Ports.free();
        Page page = new Page(port);
        Path data = directory.resolve("data");
        Path file = directory.resolve("prometheus.yml");
        Files.writeString(file, """
                global: {scrape_interval: 1s}
                scrape_configs:
                - job_name: self
                  static_configs: [{targets: ['127.0.0.1:%d']}]
                """.formatted(port));
        String listen = "127.0.0.1:" + port;
        double then;
        double series;
        try (Program server = server(data, "--config.file", file.toString(), "--listen", listen)) {
            Await.until("scraped", LONG, () -> asked(page, "up{job=\"self\"}") == 1);
            assertThat(page.send("PUT", "/metrics/job/backup/instance/b1", "backup_files 12\n")
                            .statusCode())
                    .isEqualTo(200);
            Await.until("pushed", LONG, () -> asked(page, "backup_files{instance=\"b1\",job=\"backup\"}") == 12);
            assertThat(page.jsonOf("/api/v1/targets")
                            .at("/data/activeTargets/0/health")
                            .asText())
                    .isEqualTo("up");
            assertThat(page.json("/status").path("components").findValuesAsText("kind"))
                    .contains("tsdb", "scrape");
            then = System.currentTimeMillis() / 1000.0;
            series = asked(page, "count({job=\"self\"})", then);
            server.signal("KILL");
            server.awaitExit();
        }

        assertThat(run(data, "tsdb", "verify", "--data-dir", data.toString())).contains("all right");
        assertThat(run(data, "tsdb", "analyze", "--data-dir", data.toString())).contains("Series ", "job=self");

        try (Program server = server(data, "--config.file", file.toString(), "--listen", listen)) {
            assertThat(series).isGreaterThan(20);
            assertThat(asked(page, "count({job=\"self\"})", then)).isEqualTo(series);
            Await.until("pushed before the kill", LONG, () -> asked(page, "backup_files") == 12);
            server.terminate();
            server.awaitExit();
        }
    }

    @Test
    void remoteMode_handsOnAndReadsBack() throws Exception {
        Path cluster = directory.resolve("cluster");
        int clusterPort = Ports.free();
        int port = Ports.free();
        Path empty = directory.resolve("empty.yml");
        Files.writeString(empty, "scrape_configs: []\n");
        Path config = directory.resolve("klamm.yaml");
        Path jobs = directory.resolve("prometheus.yml");
        Files.writeString(
                jobs,
                "scrape_configs: [{job_name: self, scrape_interval: 1s, static_configs: [{targets: ['127.0.0.1:%d']}]}]"
                        .formatted(port));
        Files.writeString(config, """
                listen: 127.0.0.1:%d
                prometheus-config: %s
                storage:
                  mode: remote
                  external-labels: {site: seoul}
                  remote-write: [{name: cluster, url: 'http://127.0.0.1:%d/api/v1/write', deadline: 200ms}]
                  remote-read: [{name: cluster, url: 'http://127.0.0.1:%d/api/v1/read'}]
                """.formatted(port, jobs, clusterPort, clusterPort));
        Page far = new Page(clusterPort);
        Page near = new Page(port);
        try (Program here = server(directory.resolve("here"), "--config", config.toString())) {
            // The destination comes late, and must miss nothing.
            Await.until("scraped", LONG, () -> asked(near, "up{job=\"self\"}") == 1);
            double first = System.currentTimeMillis() / 1000.0;
            try (Program there =
                    server(cluster, "--config.file", empty.toString(), "--listen", "127.0.0.1:" + clusterPort)) {
                Await.until("handed on", LONG, () -> asked(far, "up{job=\"self\",site=\"seoul\"}", first) == 1);
                assertThat(near.json("/status").path("components").findValuesAsText("kind"))
                        .contains("remote-write");
                there.terminate();
                there.awaitExit();
            }
            assertThat(asked(near, "up{job=\"self\"}", first))
                    .as("answered from here, whatever becomes of the cluster")
                    .isEqualTo(1);
            here.terminate();
            here.awaitExit();
        }
    }
}
