package io.klamm.web.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.model.alert.Silence;
import io.klamm.testing.ManualClock;
import io.klamm.web.alerts.FakeAlertDesk;
import io.klamm.web.http.Answer;
import io.klamm.web.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerApiTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final String SILENCE = "{\"matchers\":[{\"name\":\"group\",\"value\":\"or.*\",\"isRegex\":true}],"
            + "\"startsAt\":\"2026-11-24T03:00:00Z\",\"endsAt\":\"2026-11-24T13:00:00+09:00\","
            + "\"createdBy\":\"me\",\"comment\":\"why\"}";

    private final ManualClock clock = new ManualClock(NOW);
    private final FakeAlertDesk desk = new FakeAlertDesk(clock);
    private final AlertmanagerApi api = new AlertmanagerApi(Optional.of(desk), "1.2.3", clock);

    private Answer send(String method, String target, String body) {
        int question = target.indexOf('?');
        String path = "/api/v2/" + (question < 0 ? target : target.substring(0, question));
        String query = question < 0 ? null : target.substring(question + 1);
        return api.answer(new Request(method, path, query, "application/json", body));
    }

    private String get(String target) {
        Answer answer = send("GET", target, "");
        assertThat(answer.status()).as(text(answer)).isEqualTo(200);
        return text(answer);
    }

    private static String text(Answer answer) {
        return new String(answer.pieces().get(0), StandardCharsets.UTF_8);
    }

    private void post(String alerts) {
        Answer answer = send("POST", "alerts", alerts);
        assertThat(answer.status()).as(text(answer)).isEqualTo(200);
        assertThat(text(answer)).isEmpty();
    }

    private String silence() throws Exception {
        return new ObjectMapper()
                .readTree(text(send("POST", "silences", SILENCE)))
                .path("silenceID")
                .asText();
    }

    @Test
    void alerts_posted_areToldInFull() {
        post(
                "[{\"labels\":{\"alertname\":\"Lag\",\"group\":\"orders\",\"empty\":\"\"},\"annotations\":{\"summary\":\"it lags\"},"
                        + "\"startsAt\":\"2026-11-24T02:00:00.123456Z\",\"generatorURL\":\"http://p/graph\"}]");

        assertThat(get("alerts"))
                .isEqualTo("[{\"annotations\":{\"summary\":\"it lags\"},\"endsAt\":\"2026-11-24T03:05:00.000Z\","
                        + "\"fingerprint\":\"" + desk.alerts().get(0).alert().fingerprint() + "\","
                        + "\"receivers\":[{\"name\":\"team\"}],\"startsAt\":\"2026-11-24T02:00:00.123Z\","
                        + "\"status\":{\"inhibitedBy\":[],\"mutedBy\":[],\"silencedBy\":[],\"state\":\"active\"},"
                        + "\"updatedAt\":\"2026-11-24T03:00:00.000Z\",\"generatorURL\":\"http://p/graph\","
                        + "\"labels\":{\"alertname\":\"Lag\",\"group\":\"orders\"}}]");
        assertThat(get("alerts/groups"))
                .startsWith("[{\"alerts\":[{\"annotations\":")
                .endsWith("}],\"labels\":{\"alertname\":\"Lag\"},\"receiver\":{\"name\":\"team\"}}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                            | 2026-11-24T03:00:00Z | 2026-11-24T03:05:00Z",
                ",\"endsAt\":\"2026-11-24T02:30:00Z\"          | 2026-11-24T02:30:00Z | 2026-11-24T02:30:00Z",
                ",\"endsAt\":\"0001-01-01T00:00:00Z\"          | 2026-11-24T03:00:00Z | 2026-11-24T03:05:00Z",
                ",\"startsAt\":\"2026-11-24T11:00:00+09:00\"   | 2026-11-24T02:00:00Z | 2026-11-24T03:05:00Z"
            })
    void alert_timesLeftOut_areMadeUp(String times, Instant starts, Instant ends) {
        post("[{\"labels\":{\"alertname\":\"Lag\"}" + times + "}]");

        assertThat(desk.alerts().get(0).alert().startsAt()).isEqualTo(starts);
        assertThat(desk.alerts().get(0).alert().endsAt()).isEqualTo(ends);
    }

    @Test
    void alerts_oneNotRight_doesNotKeepTheOthersOut() {
        Answer answer = send(
                "POST",
                "alerts",
                "[{\"labels\":{}},{\"labels\":{\"alertname\":\"Lag\"}},{\"labels\":{\"a\":\"b\"},"
                        + "\"startsAt\":\"2026-11-24T03:00:00Z\",\"endsAt\":\"2026-11-24T02:00:00Z\"}]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer)).isEqualTo("\"at least one label pair required; start time must be before end time\"");
        assertThat(desk.alerts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alerts   | ''             | 422 | {\"code\":602,\"message\":\"alerts in body is required\"}",
                "alerts   | [{}]           | 422 | {\"code\":602,\"message\":\"0.labels in body is required\"}",
                "silences | {}             | 422 | {\"code\":602,\"message\":\"comment in body is required\"}",
                "silences | {\"comment\":\"\",\"createdBy\":\"\",\"endsAt\":\"2026-11-24T04:00:00Z\",\"matchers\":[]} | 422 | {\"code\":612,\"message\":\"matchers in body should have at least 1 items\"}"
            })
    void body_fieldMissing_isUnprocessable(String path, String body, int status, String answered) {
        Answer answer = send("POST", path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(text(answer)).isEqualTo(answered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "[{\"labels\":{\"a\":1}}]", "[{\"labels\":{\"a\":\"b\"},\"endsAt\":\"now\"}]"})
    void alerts_unreadable_areRefused(String body) {
        Answer answer = send("POST", "alerts", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer)).startsWith("{\"code\":400,\"message\":\"parsing alerts body from");
        assertThat(desk.alerts()).isEmpty();
    }

    @Test
    void body_ofAForm_isRefused() {
        Answer answer = api.answer(new Request("POST", "/api/v2/alerts", null, "text/plain", "[]"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(text(answer))
                .isEqualTo(
                        "{\"code\":415,\"message\":\"unsupported media type \\\"text/plain\\\", only [application/json] are allowed\"}");
    }

    @Test
    void silence_made_silencesAndIsFound_untilItEnds() throws Exception {
        post("[{\"labels\":{\"alertname\":\"Lag\",\"group\":\"orders\"}}]");
        String id = silence();

        assertThat(get("silence/" + id))
                .isEqualTo("{\"id\":\"" + id + "\",\"status\":{\"state\":\"active\"},"
                        + "\"updatedAt\":\"2026-11-24T03:00:00.000Z\",\"comment\":\"why\",\"createdBy\":\"me\","
                        + "\"endsAt\":\"2026-11-24T04:00:00.000Z\",\"matchers\":[{\"isEqual\":true,\"isRegex\":true,"
                        + "\"name\":\"group\",\"value\":\"or.*\"}],\"startsAt\":\"2026-11-24T03:00:00.000Z\"}");
        assertThat(get("alerts")).contains("\"silencedBy\":[\"" + id + "\"],\"state\":\"suppressed\"");
        assertThat(get("alerts?silenced=false")).isEqualTo("[]");
        assertThat(get("alerts/groups?silenced=false")).isEqualTo("[]");
        assertThat(send("DELETE", "silence/" + id, "").status()).isEqualTo(200);
        assertThat(get("silences")).contains("\"state\":\"expired\"");
        assertThat(get("alerts?active=true&silenced=false")).contains("\"state\":\"active\"");
        assertThat(get("alerts?active=false")).isEqualTo("[]");
        Answer again = send("DELETE", "silence/" + id, "");
        assertThat(again.status()).isEqualTo(500);
        assertThat(text(again)).isEqualTo("\"silence " + id + " already expired\"");
    }

    @Test
    void silence_unknown_isNotFound() {
        assertThat(send("GET", "silence/none", "").status()).isEqualTo(404);
        assertThat(send("DELETE", "silence/none", "").status()).isEqualTo(404);
        Answer edited = send("POST", "silences", "{\"id\":\"none\"," + SILENCE.substring(1));
        assertThat(edited.status()).isEqualTo(404);
        assertThat(text(edited)).isEqualTo("\"silence not found\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T13:00:00+09:00 | T12:00:00+09:00   | start time must be before end time",
                "or.*            | or(                | invalid label matcher",
                "or.*            | .*                 | must not match the empty string",
                "T03:00:00Z      | T01:00:00Z\",\"x\":\" | ",
            })
    void silence_notRight_saysWhy(String old, String wrong, String words) {
        if (words == null) {
            clock.advance(Duration.ofHours(2));
        }
        Answer answer = send("POST", "silences", SILENCE.replace(old, wrong));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer)).startsWith("\"").contains(words == null ? "end time can't be in the past" : words);
        assertThat(desk.silences()).isEmpty();
    }

    @Test
    void silences_filtered_haveTheConditionLiterally_andActiveOnesComeFirst() throws Exception {
        String expired = silence();
        desk.expire(expired);
        String active = silence();

        assertThat(desk.silences()).extracting(Silence::id).containsExactly(expired, active);
        assertThat(get("silences?filter=group%3D~%22or.*%22")).matches(".*" + active + ".*" + expired + ".*");
        assertThat(get("silences?filter=group%3D%22orders%22")).isEqualTo("[]");
        assertThat(get("silences?expired=false")).contains(active).doesNotContain(expired);
    }

    @Test
    void alerts_filtered_meetEveryCondition() {
        post(
                "[{\"labels\":{\"alertname\":\"Lag\",\"group\":\"orders\"}},{\"labels\":{\"alertname\":\"Lag\",\"group\":\"b\"}},"
                        + "{\"labels\":{\"alertname\":\"Over\"},\"endsAt\":\"2026-11-24T02:00:00Z\"}]");

        assertThat(get("alerts")).contains("orders", "\"b\"").doesNotContain("Over");
        assertThat(get("alerts?filter=group%3D~%22o.*%22&filter=alertname%3DLag"))
                .contains("orders")
                .doesNotContain("\"b\"");
        assertThat(get("alerts?receiver=te.m")).contains("orders");
        assertThat(get("alerts?receiver=tea")).isEqualTo("[]");
        assertThat(send("GET", "alerts?filter=%7B%7B", "").status()).isEqualTo(400);
        assertThat(text(send("GET", "alerts?receiver=(", ""))).startsWith("\"failed to parse receiver param: ");
    }

    @Test
    void status_andReceivers_areAsClientsReadThem() {
        assertThat(get("status"))
                .startsWith("{\"cluster\":{\"peers\":[],\"status\":\"disabled\"},\"config\":{\"original\":\"route:")
                .contains("\"uptime\":\"2026-11-24T02:59:00.000Z\"", "\"revision\":\"klamm-1.2.3\"");
        assertThat(get("receivers")).isEqualTo("[{\"name\":\"team\"}]");
    }

    @Test
    void path_orMethodUnknown_isSaidAsByTheirFramework() {
        assertThat(text(send("GET", "odd", "")))
                .isEqualTo("{\"code\":404,\"message\":\"path /api/v2/odd was not found\"}");
        Answer answer = send("PUT", "alerts", "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET,POST");
    }

    @Test
    void path_belowAlertmanager_isTheSame() {
        Answer answer = api.answer(new Request("GET", "/alertmanager/api/v2/receivers", null, null, ""));

        assertThat(text(answer)).isEqualTo("[{\"name\":\"team\"}]");
        assertThat(AlertmanagerApi.route("/alertmanager/api/v2/silence/a-b")).isEqualTo("/api/v2/silence");
        assertThat(AlertmanagerApi.route("/alertmanager/x")).isEqualTo("/api/v2/*");
        assertThat(AlertmanagerApi.takesMuch("/alertmanager/api/v2/alerts")).isTrue();
        assertThat(text(new AlertmanagerApi(Optional.empty(), "", clock)
                        .answer(new Request("GET", "/api/v2/status", null, null, ""))))
                .contains("off");
    }
}
