package io.klamm.web.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.model.rule.ActiveAlert;
import io.klamm.model.series.Labels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleAnswersTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ApiFixture api = new ApiFixture();

    private String get(String path, String query) {
        return ApiFixture.text(api.get("/api/v1/" + path, query));
    }

    private JsonNode groups(String query) throws Exception {
        return MAPPER.readTree(get("rules", query)).path("data").path("groups");
    }

    @Test
    void rules_alerting_areInPrometheusOrderWithAlerts() {
        assertThat(get("rules", "rule_name[]=Lag"))
                .isEqualTo(
                        "{\"status\":\"success\",\"data\":{\"groups\":[{\"name\":\"kafka\",\"file\":\"/etc/klamm/kafka.yml\",\"rules\":["
                                + "{\"state\":\"firing\",\"name\":\"Lag\",\"query\":\"lag > 10\",\"duration\":300,\"keepFiringFor\":60,"
                                + "\"labels\":{\"severity\":\"page\"},\"annotations\":{\"summary\":\"{{ $value }}\"},\"alerts\":["
                                + "{\"labels\":{\"alertname\":\"Lag\",\"group\":\"a\",\"severity\":\"page\"},\"annotations\":{\"summary\":\"12\"},"
                                + "\"state\":\"pending\",\"activeAt\":\"2026-11-24T02:59:30.250Z\",\"value\":\"1e+00\"},"
                                + "{\"labels\":{\"alertname\":\"Lag\",\"group\":\"b\",\"severity\":\"page\"},\"annotations\":{\"summary\":\"12\"},"
                                + "\"state\":\"firing\",\"activeAt\":\"2026-11-24T02:59:30.250Z\",\"keepFiringSince\":\"2026-11-24T02:59:30.250Z\",\"value\":\"1.25e+01\"}],"
                                + "\"health\":\"ok\",\"evaluationTime\":0.003,\"lastEvaluation\":\"2026-11-24T02:59:30.250Z\",\"type\":\"alerting\"}],"
                                + "\"interval\":15,\"limit\":0,\"evaluationTime\":0.012,\"lastEvaluation\":\"2026-11-24T02:59:30.250Z\"}]}}");
    }

    @Test
    void rules_recording_sayWhyTheyFail_andWhatNeverRanIsUnknown() {
        assertThat(get("rules", "type=record"))
                .contains(
                        "{\"name\":\"job:lag:sum\",\"query\":\"sum(lag)\",\"labels\":{\"team\":\"a\"},\"health\":\"err\","
                                + "\"lastError\":\"too many samples\",\"evaluationTime\":0.002,",
                        "{\"name\":\"job:up:sum\",\"query\":\"sum(up)\",\"health\":\"unknown\",\"evaluationTime\":0,"
                                + "\"lastEvaluation\":\"0001-01-01T00:00:00Z\",\"type\":\"recording\"}")
                .doesNotContain("alerting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | Lag job:lag:sum Quiet job:up:sum",
                "type=alert                        | Lag Quiet",
                "rule_group[]=own                  | Quiet job:up:sum",
                "file[]=own.yml&type=alert         | Quiet",
                "file[]=own.yml&file[]=none        | Quiet job:up:sum",
                "rule_name[]=none                  | ''",
                "match[]={team=\"a\"}              | job:lag:sum",
                "match[]={severity=~\"p.*\"}&match[]={team=\"a\"} | Lag job:lag:sum"
            })
    void rules_filtered_areThoseAskedFor(String query, String names) throws Exception {
        StringBuilder found = new StringBuilder();
        for (JsonNode group : groups(query)) {
            assertThat(group.path("rules")).isNotEmpty();
            group.path("rules")
                    .forEach(rule -> found.append(rule.path("name").asText()).append(' '));
        }
        assertThat(found.toString().strip()).isEqualTo(names);
    }

    @Test
    void rules_withoutAlerts_haveNone() throws Exception {
        assertThat(groups("type=alert&exclude_alerts=true")
                        .path(0)
                        .path("rules")
                        .path(0)
                        .path("alerts"))
                .isEmpty();
    }

    @Test
    void rules_paged_goOnAtTheToken() throws Exception {
        JsonNode first = MAPPER.readTree(get("rules", "group_limit=1")).path("data");
        String token = first.path("groupNextToken").asText();

        assertThat(first.path("groups").path(0).path("name").asText()).isEqualTo("kafka");
        assertThat(token).matches("[0-9a-f]{64}");
        JsonNode second = MAPPER.readTree(get("rules", "group_limit=1&group_next_token=" + token))
                .path("data");
        assertThat(second.path("groups").path(0).path("name").asText()).isEqualTo("own");
        assertThat(second.has("groupNextToken")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=odd                             | not supported value",
                "exclude_alerts=odd                   | exclude_alerts",
                "group_limit=0                        | greater than 0",
                "group_limit=-1                       | non-negative",
                "group_next_token=a                   | group_limit needs to be specified",
                "group_limit=1&group_next_token=a     | were rule groups changed",
                "match[]={                            | match[]"
            })
    void rules_parameterWrong_isBadData(String query, String words) {
        assertThat(get("rules", query)).contains("\"errorType\":\"bad_data\"", words);
    }

    @Test
    void alerts_areThoseOfAllRules() throws Exception {
        JsonNode alerts = MAPPER.readTree(get("alerts", "")).path("data").path("alerts");

        assertThat(alerts).hasSize(2);
        assertThat(get("alertmanagers", ""))
                .contains("\"activeAlertmanagers\":[{\"url\":\"http://localhost:9093/api/v2/alerts\"}]");
    }

    @Test
    void alert_dataMissing_isToldBesideWhatPrometheusSays() {
        JsonBytes json = new JsonBytes();
        RuleJson.alert(
                json,
                new ActiveAlert(
                        Labels.of("alertname", "Lag"),
                        new TreeMap<>(),
                        ActiveAlert.State.FIRING,
                        1,
                        Instant.EPOCH,
                        null,
                        true));

        assertThat(new String(json.toBytes(), StandardCharsets.UTF_8))
                .endsWith("\"activeAt\":\"1970-01-01T00:00:00Z\",\"dataMissing\":true,\"value\":\"1e+00\"}");
    }
}
