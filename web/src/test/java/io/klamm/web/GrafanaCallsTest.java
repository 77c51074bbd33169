package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.web.prometheus.ApiFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Grafana's data source for Prometheus asks, request by request, in the forms in which it asks. */
@Timeout(60)
class GrafanaCallsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOW = ApiFixture.NOW.getEpochSecond();
    private static final String LAST_MINUTES = "start=" + (NOW - 300) + "&end=" + NOW;

    private PrometheusServer server;

    @BeforeEach
    void start() throws IOException {
        server = PrometheusServer.usual();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String form(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    private JsonNode post(String path, String form) throws Exception {
        return data(server.form("/api/v1/" + path, form));
    }

    private JsonNode get(String path) throws Exception {
        return data(server.get("/api/v1/" + path));
    }

    private static JsonNode data(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).as(PrometheusServer.text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode envelope = JSON.readTree(answer.body());
        assertThat(envelope.path("status").asText()).isEqualTo("success");
        assertThat(envelope.has("error")).isFalse();
        return envelope.path("data");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void saveAndTest_asksWhatOneAndOneIs() throws Exception {
        JsonNode data = post("query", form("query", "1+1", "time", "4"));

        assertThat(data.path("resultType").asText()).isEqualTo("scalar");
        assertThat(data.path("result").toString()).isEqualTo("[4,\"2\"]");
    }

    @Test
    void saveAndTest_thenWhatServerItIs_seesAPrometheusAndNoMimir() throws Exception {
        JsonNode data = get("status/buildinfo");

        assertThat(data.path("version").asText()).matches("[2-9]\\.[0-9]+\\.[0-9]+");
        assertThat(data.has("features")).isFalse();
    }

    /** Seconds as Go writes a float: without a fraction, or with as much of one as is needed. */
    @ParameterizedTest
    @CsvSource({
        "1795488900, 1795489200, 15, 21",
        "1795488900.25, 1795489200.25, 15, 21",
        "1795488900, 1795489200, 0.5, 601",
        "1795488900, 1795489200, 300, 2",
        "1795488900, 1795489200, 1m, 6",
    })
    void graph_rangeByForm_hasEveryStep(String start, String end, String step, int points) throws Exception {
        JsonNode data = post(
                "query_range",
                form("query", "sum by(job) (up)", "start", start, "end", end, "step", step, "timeout", "30s"));

        assertThat(data.path("resultType").asText()).isEqualTo("matrix");
        assertThat(data.path("result")).hasSize(1);
        JsonNode series = data.path("result").get(0);
        assertThat(series.path("metric").toString()).isEqualTo("{\"job\":\"kafka\"}");
        assertThat(series.path("values")).hasSize(points);
        assertThat(series.path("values").get(0).get(0).asDouble()).isEqualTo(Double.parseDouble(start));
        assertThat(series.path("values").get(0).get(1).asText()).matches("[12]");
    }

    @Test
    void graph_zipped_isTheSame() throws Exception {
        String target = "/api/v1/query_range?query=up&step=15&start=" + (NOW - 600) + "&end=" + NOW;
        HttpResponse<byte[]> zipped = server.get(target, "Accept-Encoding", "gzip");

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(JSON.readTree(in).path("data")).isEqualTo(data(server.get(target)));
        }
    }

    @Test
    void panel_instantByForm_isAVector() throws Exception {
        HttpResponse<byte[]> answer = server.form("/api/v1/query", form("query", "topk(1, up)", "time", NOW + ".123"));

        JsonNode data = data(answer);
        assertThat(data.path("resultType").asText()).isEqualTo("vector");
        assertThat(data.path("result").get(0).path("metric").path("__name__").asText())
                .isEqualTo("up");
        assertThat(PrometheusServer.text(answer)).contains("\"value\":[" + NOW + ".123,\"1\"]");
    }

    @Test
    void panel_remarks_areBesideTheData() throws Exception {
        HttpResponse<byte[]> answer = server.form("/api/v1/query", form("query", "rate(up[5m])", "time", "" + NOW));

        assertThat(JSON.readTree(answer.body()).path("infos").get(0).asText())
                .contains("metric might not be a counter", "(1:6)");
    }

    @Test
    void panel_wrongQuery_isAnErrorInWords() throws Exception {
        HttpResponse<byte[]> answer = server.form("/api/v1/query", form("query", "sum(up", "time", "" + NOW));

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode envelope = JSON.readTree(answer.body());
        assertThat(envelope.path("status").asText()).isEqualTo("error");
        assertThat(envelope.path("errorType").asText()).isEqualTo("bad_data");
        assertThat(envelope.path("error").asText()).contains("parse error: unclosed left parenthesis");
    }

    /** It sends milliseconds where seconds are meant. */
    @Test
    void exemplars_whetherThereAreAny_areNone() throws Exception {
        JsonNode data = post("query_exemplars", form("query", "up", "start", NOW + "000", "end", (NOW + 300) + "000"));

        assertThat(data.isArray()).isTrue();
        assertThat(data).isEmpty();
    }

    @Test
    void labelNames_byFormAndByAddress_areTheSame() throws Exception {
        String form = form("match[]", "{job=\"kafka\"}", "limit", "40000") + "&" + LAST_MINUTES;

        assertThat(texts(post("labels", form))).containsExactly("__name__", "instance", "job");
        assertThat(texts(get("labels?" + form))).containsExactly("__name__", "instance", "job");
        assertThat(texts(get("labels?" + LAST_MINUTES))).containsExactly("__name__", "a.b", "instance", "job");
    }

    @Test
    void metrics_ofTheBrowser_areTheValuesOfName() throws Exception {
        String all = form("match[]", "{__name__!=\"\"}", "limit", "40000");

        assertThat(texts(get("label/__name__/values?" + all + "&" + LAST_MINUTES)))
                .containsExactly("odd", "requests_total", "up");
    }

    @Test
    void variable_valuesOfALabel_areOfItsSeriesAndTime() throws Exception {
        String match = form("match[]", "up{job=~\"kafka|.+\"}", "limit", "40000");

        assertThat(texts(get("label/instance/values?" + match + "&" + LAST_MINUTES)))
                .containsExactly("a", "b");
        assertThat(texts(get("label/instance/values?" + match + "&start=0&end=1")))
                .isEmpty();
        assertThat(texts(get("label/instance/values?" + form("match[]", "up", "limit", "1"))))
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"U__a_2e_b", "a.b"})
    void variable_valuesOfALabelBeyondAscii_areFoundByItsEscapedName(String name) throws Exception {
        assertThat(texts(get("label/" + name + "/values?" + LAST_MINUTES))).containsExactly("\"<é>\n");
    }

    @Test
    void series_byFormAndByAddress_areTheirLabels() throws Exception {
        String form = form("match[]", "up", "limit", "40000") + "&" + LAST_MINUTES;

        for (JsonNode data : List.of(post("series", form), get("series?" + form))) {
            assertThat(data).hasSize(2);
            assertThat(data.get(0).toString()).isEqualTo("{\"__name__\":\"up\",\"instance\":\"a\",\"job\":\"kafka\"}");
        }
    }

    @Test
    void metadata_atTheStart_isByMetric() throws Exception {
        assertThat(get("metadata?limit=40000").path("lag"))
                .isEqualTo(JSON.readTree("[{\"type\":\"gauge\",\"help\":\"Lag.\",\"unit\":\"\"}]"));
        assertThat(get("metadata?limit=1")).hasSize(1);
        assertThat(get("metadata?metric=up")).hasSize(1);
    }

    @Test
    void rulesAndAlerts_toExpandAndToShow_areEmptyLists() throws Exception {
        assertThat(get("rules").toString()).isEqualTo("{\"groups\":[]}");
        assertThat(get("rules?type=alert").toString()).isEqualTo("{\"groups\":[]}");
        assertThat(get("alerts").toString()).isEqualTo("{\"alerts\":[]}");
    }

    @Test
    void targetsAndStatus_areAnswered() throws Exception {
        assertThat(get("targets?state=active")
                        .path("activeTargets")
                        .get(0)
                        .path("health")
                        .asText())
                .isEqualTo("up");
        assertThat(get("status/config").path("yaml").asText()).isEqualTo("clusters: []\n");
        assertThat(get("status/flags").path("query.timeout").asText()).isEqualTo("2m");
        assertThat(get("status/runtimeinfo").path("storageRetention").asText()).isEqualTo("15d");
        assertThat(get("status/tsdb?limit=5")
                        .path("headStats")
                        .path("numSeries")
                        .isNumber())
                .isTrue();
    }

    /** Where a form is not taken, it asks again by the address; only 400 and 405 make it do so. */
    @ParameterizedTest
    @ValueSource(strings = {"label/job/values", "metadata", "rules", "alerts", "targets", "status/buildinfo"})
    void resource_byForm_whereOnlyTheAddressIsTaken_isRefusedSoThatItAsksAgain(String path) throws Exception {
        HttpResponse<byte[]> refused = server.form("/api/v1/" + path, LAST_MINUTES);

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("GET");
        get(path + "?" + LAST_MINUTES);
    }
}
