package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.web.prometheus.ApiFixture;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus's own programs as clients of ours: promtool, and a Prometheus that reads from us. Skipped with a message where they are not installed. */
@Timeout(180)
class PrometheusClientsIT {

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOW = ApiFixture.NOW.getEpochSecond();

    /** Between two samples, so that it does not matter on which side a range is open: that is otherwise since Prometheus 3. */
    private static final long BETWEEN = NOW - 7;

    private static final List<String> EXPRESSIONS = List.of(
            "up",
            "up{instance=\"b\"}",
            "up{instance=~\"a|c\"}",
            "up{instance!=\"a\",job!~\"x.*\"}",
            "sum by (job) (up)",
            "rate(requests_total[2m])",
            "increase(requests_total[5m]) / 2",
            "avg_over_time(up[3m])",
            "changes(up{instance=\"b\"}[5m])",
            "requests_total offset 1m",
            "max_over_time(sum(up)[4m:30s])",
            "count({job=~\".+\"})",
            "requests_total * on(job) group_right() up",
            "absent(nothing)",
            "requests_total @ " + (NOW - 157));

    @TempDir
    private Path directory;

    private PrometheusServer server;

    @BeforeEach
    void start() throws IOException {
        server = PrometheusServer.usual();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void promtool_instant_printsValues() throws Exception {
        assertThat(promtool(0, "instant", "--time=" + NOW, url(), "up"))
                .containsExactly(
                        "up{instance=\"a\", job=\"kafka\"} => 1 @[" + NOW + "]",
                        "up{instance=\"b\", job=\"kafka\"} => 0 @[" + NOW + "]");
        assertThat(promtool(0, "instant", "--time=" + NOW, url(), "1 / 0"))
                .containsExactly("scalar: +Inf @[" + NOW + "]");
        assertThat(promtool(1, "instant", url(), "sum(up"))
                .anySatisfy(line -> assertThat(line).contains("bad_data", "parse error: unclosed left parenthesis"));
    }

    @Test
    void promtool_range_printsEveryStep() throws Exception {
        assertThat(promtool(
                        0,
                        "range",
                        "--start=" + (NOW - 60),
                        "--end=" + NOW,
                        "--step=30s",
                        url(),
                        "increase(requests_total[1m])"))
                .containsExactly(
                        "{job=\"kafka\"} =>",
                        "120 @[" + (NOW - 60) + "]",
                        "120 @[" + (NOW - 30) + "]",
                        "120 @[" + NOW + "]");
    }

    @Test
    void promtool_seriesAndLabels_printNames() throws Exception {
        String start = "--start=" + (NOW - 600);
        String end = "--end=" + NOW;
        assertThat(promtool(0, "series", start, end, "--match=up", "--match=requests_total", url()))
                .containsExactlyInAnyOrder(
                        "{__name__=\"up\", instance=\"a\", job=\"kafka\"}",
                        "{__name__=\"up\", instance=\"b\", job=\"kafka\"}",
                        "{__name__=\"requests_total\", job=\"kafka\"}");
        assertThat(promtool(0, "labels", start, end, url(), "instance")).containsExactly("a", "b");
        assertThat(promtool(0, "labels", start, end, "--match=requests_total", url(), "__name__"))
                .containsExactly("requests_total");
    }

    private String url() {
        return server.url("").toString();
    }

    /** The lines that it prints. */
    private List<String> promtool(int status, String... arguments) throws Exception {
        assumeTrue(Files.isExecutable(PROMTOOL), () -> "no " + PROMTOOL + ": not tested with it");
        List<String> command = new ArrayList<>(List.of(PROMTOOL.toString(), "query"));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("promtool.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isEqualTo(status);
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    @Test
    void prometheus_thatReadsFromUs_answersAsWeDo() throws Exception {
        assumeTrue(
                Files.isExecutable(RealPrometheus.PROGRAM),
                () -> "no " + RealPrometheus.PROGRAM + ": not tested with it");
        String config = "remote_read:\n  - url: " + server.url("/api/v1/read") + "\n    read_recent: true\n";
        try (RealPrometheus prometheus = RealPrometheus.start(directory, config)) {
            for (String expression : EXPRESSIONS) {
                String query = "query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
                List<String> targets = List.of(
                        "/api/v1/query?" + query + "&time=" + BETWEEN,
                        "/api/v1/query_range?" + query + "&step=20&start=" + (BETWEEN - 300) + "&end=" + BETWEEN);
                for (String target : targets) {
                    JsonNode ours = data(server.get(target));
                    assertThat(ours.path("result")).as(target).isNotEmpty();
                    assertThat(sorted(ours))
                            .as(() -> target + "\n" + prometheus.log())
                            .isEqualTo(sorted(data(prometheus.get(target))));
                }
            }
            String matches = "?match[]=up&start=" + (NOW - 600) + "&end=" + NOW;
            assertThat(data(prometheus.get("/api/v1/series" + matches)))
                    .isEqualTo(data(server.get("/api/v1/series" + matches)));
        }
    }

    private static JsonNode data(HttpResponse<byte[]> answer) throws IOException {
        JsonNode envelope = JSON.readTree(answer.body());
        assertThat(envelope.path("status").asText())
                .as(PrometheusServer.text(answer))
                .isEqualTo("success");
        assertThat(envelope.has("warnings")).as(PrometheusServer.text(answer)).isFalse();
        return envelope.path("data");
    }

    /** Each series by its labels. */
    private static Map<String, JsonNode> sorted(JsonNode data) {
        Map<String, JsonNode> series = new TreeMap<>();
        data.path("result").forEach(one -> series.put(one.path("metric").toString(), one));
        return series;
    }
}
