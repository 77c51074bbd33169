package io.klamm.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.model.series.Labels;
import io.klamm.testing.ManualClock;
import io.klamm.web.http.Answer;
import io.klamm.web.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsApiTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private final ManualClock clock = new ManualClock(NOW);
    private final FakeAlertDesk desk = new FakeAlertDesk(clock);
    private final FakeRuleDesk rules = new FakeRuleDesk();
    private final AlertsApi api = new AlertsApi(new AlertDoors(Optional.of(desk), Optional.of(rules)), clock);

    private Answer send(String method, String target, String body) throws InterruptedException {
        int question = target.indexOf('?');
        String path = "/api/klamm/v1/" + (question < 0 ? target : target.substring(0, question));
        String query = question < 0 ? null : target.substring(question + 1);
        return api.answer(new Request(method, path, query, "application/json", body));
    }

    private Answer get(String target) throws InterruptedException {
        return send("GET", target, "");
    }

    private static String text(Answer answer) {
        return new String(answer.pieces().get(0), StandardCharsets.UTF_8);
    }

    private void fire(String name, String group, long seconds) {
        desk.accept(List.of(Alert.of(
                Labels.of("alertname", name, "group", group),
                Map.of("summary", "it lags"),
                NOW.minusSeconds(600),
                NOW.plusSeconds(seconds),
                "")));
    }

    @Test
    void groups_statesAndSearch_chooseAlertsAndCountAll() throws Exception {
        fire("Over", "orders", -10);
        fire("Lag", "orders", 60);
        fire("Lag", "payments", 60);
        desk.set(new Silence(
                "", List.of(AlertMatcher.parse("group=payments")), NOW, NOW.plusSeconds(60), NOW, "me", "why"));

        assertThat(text(get("alerts/groups")))
                .startsWith(
                        "{\"page\":1,\"pageSize\":100,\"total\":2,"
                                + "\"alerts\":{\"firing\":1,\"suppressed\":1,\"resolved\":1},\"groups\":[{\"key\":\"{}:{alertname=\\\"Lag\\\"}\"")
                .contains(
                        "\"state\":\"resolved\"",
                        "\"state\":\"suppressed\"",
                        "\"annotations\":{\"summary\":\"it lags\"}");
        assertThat(text(get("alerts/groups?state=suppressed")))
                .contains("\"total\":1", "payments")
                .doesNotContain("orders");
        assertThat(text(get("alerts/groups?search=ORDERS&alertLimit=1&pageSize=1&page=2")))
                .contains("\"total\":2", "\"alertname\":\"Over\"")
                .doesNotContain("payments");
        assertThat(text(get("alerts/groups?receiver=none"))).contains("\"groups\":[]");
    }

    @Test
    void history_span_isCutAtBothEnds() throws Exception {
        fire("Lag", "orders", 60);

        assertThat(text(get("alerts/history?from=2026-11-24T03:00:00Z&to=1795489201")))
                .isEqualTo("{\"events\":[{\"at\":\"2026-11-24T03:00:00Z\",\"kind\":\"firing\",\"labels\":"
                        + "{\"alertname\":\"Lag\",\"group\":\"orders\"},\"detail\":\"\"}],\"truncated\":false}");
        assertThat(text(get("alerts/history"))).isEqualTo("{\"events\":[],\"truncated\":false}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | alerts/history?from=yesterday | 400 | from: yesterday (expected",
                "GET    | alerts/history?from=2 &to=1   | 400 | from: 2",
                "GET    | alerts/history?from=2&to=1    | 400 | expected: not after to",
                "GET    | alerts/groups?state=odd       | 400 | state: odd",
                "GET    | alerts/groups?page=0          | 400 | page: 0",
                "GET    | alerts/groups?odd=1           | 400 | odd: no such parameter",
                "GET    | alerts/odd                    | 404 | path: unknown",
                "GET    | alerts/a/b/c/d                | 404 | path: unknown",
                "POST   | alerts/groups                 | 405 | GET, HEAD",
                "GET    | alerts/dead-letters/d-1       | 405 | DELETE",
                "DELETE | alerts/dead-letters/d-2       | 404 | dead-letter: d-2",
                "POST   | alerts/dead-letters/d-2/retry | 404 | dead-letter: d-2",
                "POST   | alerts/receivers/none/test    | 404 | receiver: none",
                "DELETE | alerts/receivers/team/test    | 405 | POST",
                "DELETE | rules/own                     | 405 | GET, HEAD, PUT",
                "GET    | rules/check                   | 405 | POST",
                "GET    | rules/odd                     | 404 | path: unknown"
            })
    void request_notRight_saysWhy(String method, String target, int status, String words) throws Exception {
        Answer answer = send(method, target, "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(text(answer)).contains(words);
    }

    @Test
    void deadLetter_droppedOrRetried_isGone() throws Exception {
        assertThat(text(get("alerts/dead-letters"))).contains("\"id\":\"d-1\"", "\"reason\":\"404 not found\"");
        assertThat(send("DELETE", "alerts/dead-letters/d-1", "").status()).isEqualTo(204);
        assertThat(text(get("alerts/dead-letters"))).isEqualTo("{\"deadLetters\":[]}");
    }

    @Test
    void receiver_tested_saysHowItWent() throws Exception {
        assertThat(text(send("POST", "alerts/receivers/team/test", "")))
                .isEqualTo("{\"results\":[\"webhook: accepted\"]}");
    }

    @Test
    void rules_saved_haveANewRevision_andAnOldOneIsRefused() throws Exception {
        assertThat(text(send("PUT", "rules/own", "{\"yaml\":\"groups: []\",\"revision\":\"r1\"}")))
                .isEqualTo("{\"revision\":\"r2\"}");
        assertThat(text(get("rules/own"))).isEqualTo("{\"yaml\":\"groups: []\",\"revision\":\"r2\"}");
        assertThat(send("PUT", "rules/own", "{\"yaml\":\"groups: []\",\"revision\":\"r1\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void rules_bad_areNotSavedAndSayWhere() throws Exception {
        Answer answer = send("PUT", "rules/own", "{\"yaml\":\"bad\",\"revision\":\"r1\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer))
                .contains("\"problems\":[{\"line\":3,\"column\":7,\"message\":\"bad: word (expected: another)\"}]");
        assertThat(text(get("rules/own"))).contains("\"yaml\":\"\"");
        assertThat(text(send("POST", "rules/check", "{\"yaml\":\"bad\"}"))).startsWith("{\"problems\":[{\"line\":3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"yaml\":\"x\",\"to\":\"2\"}              | from: missing",
                "{\"yaml\":\"x\",\"from\":1,\"to\":\"2\"}   | from: 1 (expected: a text)",
                "{\"yaml\":\"bad\",\"from\":\"1\",\"to\":\"2\"} | bad word",
                "[]                                         | no object",
                "{                                          | body: "
            })
    void backtest_notOfItsForm_isRefused(String body, String words) throws Exception {
        Answer answer = send("POST", "rules/backtest", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer)).contains(words);
    }

    @Test
    void backtest_incidents_leaveOutWhatDidNotHappen() throws Exception {
        assertThat(text(send("POST", "rules/backtest", "{\"yaml\":\"x\",\"from\":\"0\",\"to\":\"3600\"}")))
                .isEqualTo(
                        "{\"rules\":[{\"group\":\"kafka\",\"alert\":\"Lag\",\"evaluations\":240,\"fired\":1,\"incidents\":["
                                + "{\"labels\":{\"group\":\"a\"},\"pendingAt\":\"1970-01-01T00:00:00Z\",\"firingAt\":\"1970-01-01T00:01:00Z\","
                                + "\"resolvedAt\":\"1970-01-01T01:00:00Z\",\"value\":\"NaN\"},"
                                + "{\"labels\":{\"group\":\"b\"},\"pendingAt\":\"1970-01-01T00:00:00Z\",\"value\":\"7\"}],\"truncated\":false}]}");
    }

    @Test
    void body_ofAnotherType_isRefused() throws Exception {
        Answer answer =
                api.answer(new Request("PUT", "/api/klamm/v1/rules/own", null, "text/plain", "{\"yaml\":\"x\"}"));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void doors_shut_areNotFound() throws Exception {
        AlertsApi off = new AlertsApi(AlertDoors.none(), clock);

        for (String path : List.of("alerts/groups", "rules/own")) {
            Answer answer = off.answer(new Request("GET", "/api/klamm/v1/" + path, null, null, ""));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(text(answer)).contains("off (expected: a server with alerting)");
        }
    }

    @Test
    void route_namesAndOddPaths_areLeftOut() {
        assertThat(AlertsApi.route("/api/klamm/v1/alerts/receivers/team/test"))
                .isEqualTo("/api/klamm/v1/alerts/receivers");
        assertThat(AlertsApi.route("/api/klamm/v1/rules/x")).isEqualTo("/api/klamm/v1/rules/*");
    }
}
