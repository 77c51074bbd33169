package io.klamm.web.prometheus;

import static io.klamm.web.prometheus.ApiFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusApiTest {

    private static final String NOW = "1795489200";

    private final ApiFixture api = new ApiFixture();

    @Test
    void query_vector_isWrittenAsPrometheusWritesIt() {
        assertThat(text(api.get("/api/v1/query", "query=up&time=" + NOW)))
                .isEqualTo("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
                        + "{\"metric\":{\"__name__\":\"up\",\"instance\":\"a\",\"job\":\"kafka\"},\"value\":[" + NOW
                        + ",\"1\"]},"
                        + "{\"metric\":{\"__name__\":\"up\",\"instance\":\"b\",\"job\":\"kafka\"},\"value\":[" + NOW
                        + ",\"0\"]}]}}");
    }

    @Test
    void query_textsAndTimes_areWrittenSoThatTheyComeBack() throws Exception {
        String answer = text(api.get("/api/v1/query", "query=odd&time=" + NOW + ".5"));
        assertThat(answer).contains("[" + NOW + ".500,\"0.1\"]");
        assertThat(new ObjectMapper()
                        .readTree(answer)
                        .at("/data/result/0/metric/a.b")
                        .asText())
                .isEqualTo("\"<é>\n");
        assertThat(text(api.get("/api/v1/query", "query=%22a%22&time=0"))).contains("\"string\",\"result\":[0,\"a\"]");
        assertThat(text(api.get("/api/v1/query", "query=1%2F0&time=-0.25"))).contains("[-0.250,\"+Inf\"]");
    }

    @Test
    void query_post_takesItsForm() {
        assertThat(text(api.post("/api/v1/query", "query=sum(up)&time=" + NOW))).contains("[" + NOW + ",\"1\"]");
        assertThat(text(api.post("/api/v1/query", "query=1%2B1&time=4")))
                .isEqualTo("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[4,\"2\"]}}");
    }

    @Test
    void queryRange_matrix_hasEveryStep() {
        String answer = text(api.get(
                "/api/v1/query_range",
                "query=increase(requests_total[1m])&start=2026-11-24T02:58:00Z&end=" + NOW + "&step=1m"));
        assertThat(answer)
                .contains(
                        "\"resultType\":\"matrix\"",
                        "{\"job\":\"kafka\"}",
                        "[[1795489080,\"120\"],[1795489140,\"120\"],[1795489200,\"120\"]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/query | query=up( | 400 | bad_data | invalid parameter \"query\": 1:4: parse error",
                "/api/v1/query | query=up&time=yesterday | 400 | bad_data | invalid parameter \"time\": cannot parse \"yesterday\" to a valid timestamp",
                "/api/v1/query | query=up&timeout=x | 400 | bad_data | invalid parameter \"timeout\": cannot parse \"x\" to a valid duration",
                "/api/v1/query | query=up&limit=x | 400 | bad_data | invalid parameter \"limit\": cannot parse \"x\"",
                "/api/v1/query | query=%zz | 400 | bad_data | invalid URL escape \"%zz\"",
                "/api/v1/query_range | query=up&start=2&end=1&step=1 | 400 | bad_data | invalid parameter \"end\": end timestamp must not be before start time",
                "/api/v1/query_range | query=up&start=1&end=2&step=0 | 400 | bad_data | zero or negative query resolution step widths are not accepted",
                "/api/v1/query_range | query=up&start=0&end=11001&step=1 | 400 | bad_data | exceeded maximum resolution of 11,000 points per timeseries",
                "/api/v1/query_range | query=up[1m]&start=0&end=1&step=1 | 400 | bad_data | must be Scalar or instant Vector",
                "/api/v1/query | query=up*on(job)up&time=1795489200 | 422 | execution | many-to-many matching not allowed",
                "/api/v1/series | start=0 | 400 | bad_data | no match[] parameter provided",
                "/api/v1/series | match[]={job=\"\"} | 400 | bad_data | must contain at least one non-empty matcher",
                "/api/v1/series | match[]={ | 400 | bad_data | invalid parameter \"match[]\": 1:2: parse error",
                "/api/v1/label/U__/values | start=0 | 400 | bad_data | invalid label name",
                "/api/v1/status/tsdb | limit=0 | 400 | bad_data | limit must be",
                "/api/v1/targets/metadata | metric=absent | 404 | not_found | specified metadata not found",
            })
    void anything_wrong_isSaidAsPrometheusSaysIt(String path, String query, int status, String type, String message) {
        PrometheusAnswer answer = api.get(path, query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(text(answer).replace("\\\"", "\""))
                .startsWith("{\"status\":\"error\",\"errorType\":\"" + type + "\",\"error\":\"")
                .contains(message);
    }

    @Test
    void query_limit_cutsAndSaysSo() {
        assertThat(text(api.get("/api/v1/query", "query=up&limit=1&time=" + NOW)))
                .contains("\"instance\":\"a\"", "\"warnings\":[\"results truncated due to limit\"]")
                .doesNotContain("\"instance\":\"b\"");
    }

    @Test
    void targets_durations_areWrittenAsPrometheusWritesThem() {
        assertThat(text(api.get("/api/v1/targets", "")))
                .contains("\"scrapeInterval\":\"1m30s\"", "\"scrapeTimeout\":\"10s\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/query_range | query=up&limit=1&start=1795489140&end=1795489200&step=15",
                "/api/v1/series | match[]=up&limit=1",
                "/api/v1/label/instance/values | limit=1",
            })
    void anyList_limit_cutsAndSaysSo(String path, String query) throws Exception {
        String cut = text(api.get(path, query));
        assertThat(cut)
                .contains("\"a\"", "\"warnings\":[\"results truncated due to limit\"]")
                .doesNotContain("\"b\"");
        assertThat(text(api.get(path, query.replace("limit=1", "limit=2"))))
                .contains("\"a\"", "\"b\"")
                .doesNotContain("warnings");
        assertThat(text(api.get(path, query.replace("limit=1", "limit=0")))).contains("\"a\"", "\"b\"");
    }

    @Test
    void query_stats_areThereWhenAskedFor() {
        assertThat(text(api.get("/api/v1/query", "query=up&stats=all&time=" + NOW)))
                .contains("\"stats\":{\"timings\":{\"evalTotalTime\":", "\"totalQueryableSamples\":");
    }

    @Test
    void labels_andValues_areSorted() {
        assertThat(text(api.get("/api/v1/labels", "")))
                .isEqualTo("{\"status\":\"success\",\"data\":[\"__name__\",\"a.b\",\"instance\",\"job\"]}");
        assertThat(text(api.post("/api/v1/labels", "match[]=requests_total")))
                .isEqualTo("{\"status\":\"success\",\"data\":[\"__name__\",\"job\"]}");
        assertThat(text(api.get("/api/v1/label/__name__/values", "match[]=%7B__name__!=%22%22%7D&limit=2")))
                .isEqualTo("{\"status\":\"success\",\"data\":[\"odd\",\"requests_total\"],"
                        + "\"warnings\":[\"results truncated due to limit\"]}");
        assertThat(text(api.get("/api/v1/label/U__a_2e_b/values", ""))).contains("é");
        assertThat(text(api.get("/api/v1/label/a%2Eb/values", ""))).contains("é");
    }

    @Test
    void series_severalSelectors_areOneList() {
        assertThat(text(api.get(
                        "/api/v1/series", "match[]=up&match[]=up%7Binstance=%22a%22%7D&match[]=requests_total")))
                .isEqualTo("{\"status\":\"success\",\"data\":["
                        + "{\"__name__\":\"up\",\"instance\":\"a\",\"job\":\"kafka\"},"
                        + "{\"__name__\":\"up\",\"instance\":\"b\",\"job\":\"kafka\"},"
                        + "{\"__name__\":\"requests_total\",\"job\":\"kafka\"}]}");
    }

    @Test
    void buildinfo_hasNoFeatures_soThatGrafanaSeesNoMimir() {
        assertThat(text(api.get("/api/v1/status/buildinfo", "")))
                .contains("\"version\":\"3.14.0\"")
                .doesNotContain("features");
    }

    @Test
    void exemplars_timesFarInTheFuture_areNoError() {
        assertThat(text(api.get("/api/v1/query_exemplars", "query=up&start=1795489200000&end=1795489201000")))
                .isEqualTo("{\"status\":\"success\",\"data\":[]}");
    }

    @Test
    void federate_newestSamples_areAPage() {
        assertThat(text(api.get("/federate", "match[]=up&match[]=odd"))).isEqualTo("""
                        # TYPE odd untyped
                        odd{"a.b"="\\"<é>\\n",instance=""} 0.1 1795489200000
                        # TYPE up untyped
                        up{instance="a",job="kafka"} 1 1795489200000
                        up{instance="b",job="kafka"} 0 1795489200000
                        """);
    }

    @Test
    void explain_query_isATreeWithItsCost() throws Exception {
        var tree = new ObjectMapper()
                .readTree(text(
                        api.get("/api/klamm/v1/query/explain", "query=sum(rate(requests_total[1m]))&time=" + NOW)));
        assertThat(tree.at("/data/node/kind").asText()).isEqualTo("aggregation");
        assertThat(tree.at("/data/node/children").size()).isPositive();
        assertThat(tree.at("/totals/samples").asLong()).isPositive();
    }

    @Test
    void store_withABlock_hasItsSizesAndTheTopLabels() throws Exception {
        var data = new ObjectMapper()
                .readTree(text(api.get("/api/klamm/v1/store", "limit=3")))
                .path("data");
        assertThat(data.at("/head/sealedSamples").asLong()).isEqualTo(240);
        assertThat(data.at("/blocks/0/bytes").asLong()).isEqualTo(1_100);
        assertThat(data.at("/metrics/0/name").asText()).isEqualTo("up");
        assertThat(data.at("/oldest").asLong()).isZero();
    }

    @Test
    void methods_andPaths_thatAreNot_areRefused() {
        assertThat(api.send("DELETE", "/api/v1/query", "", "").status()).isEqualTo(405);
        assertThat(api.get("/api/v1/write", "").status()).isEqualTo(405);
        assertThat(api.get("/api/v1/nothing", "").status()).isEqualTo(404);
        assertThat(api.post("/metrics/job/x", "").status()).isEqualTo(404);
        assertThat(text(api.post("/api/v1/admin/tsdb/snapshot", "")))
                .isEqualTo("{\"status\":\"error\",\"errorType\":\"unavailable\",\"error\":\"admin APIs disabled\"}");
    }

    @Test
    void formatAndParse_expression_comeFromTheLanguage() {
        assertThat(text(api.get("/api/v1/format_query", "query=foo%2Fbar")))
                .isEqualTo("{\"status\":\"success\",\"data\":\"foo / bar\"}");
        assertThat(text(api.get("/api/v1/parse_query", "query=foo%2Fbar")))
                .contains("\"type\":\"binaryExpr\"", "\"op\":\"/\"");
    }
}
