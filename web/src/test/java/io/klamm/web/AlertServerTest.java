package io.klamm.web;

import static io.klamm.web.PrometheusServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.web.alerts.AlertDoors;
import io.klamm.web.alerts.FakeAlertDesk;
import io.klamm.web.alerts.FakeRuleDesk;
import io.klamm.web.prometheus.ApiFixture;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts, rules and silences over sockets: what HTTP adds to them. */
@Timeout(60)
class AlertServerTest {

    private static final String OWN = "/api/klamm/v1/";
    private static final String BACKTEST =
            "{\"yaml\":\"%s\",\"from\":\"2026-11-24T00:00:00Z\",\"to\":\"2026-11-24T03:00:00Z\"}";

    private final FakeAlertDesk desk = new FakeAlertDesk(ApiFixture.CLOCK);
    private final FakeRuleDesk rules = new FakeRuleDesk();

    private PrometheusServer server() throws IOException {
        return server(WebConfig.loopback(0));
    }

    private PrometheusServer server(WebConfig config) throws IOException {
        return PrometheusServer.alerting(
                config, new AlertDoors(Optional.of(desk), Optional.of(rules)), ApiFixture.CLOCK);
    }

    /** Every path of the contract that is of alerts or rules. */
    @Test
    void answers_allPaths_areAsDescribed() throws Exception {
        OpenApi contract = OpenApi.load();
        String yaml = "{\"yaml\":\"groups: []\"}";
        String[][] cases = {
            {"get", "/alerts/history", "alerts/history", "200", ""},
            {"get", "/alerts/history", "alerts/history?from=x", "400", ""},
            {"get", "/alerts/groups", "alerts/groups", "200", ""},
            {"get", "/alerts/groups", "alerts/groups?page=0", "400", ""},
            {"get", "/alerts/receivers", "alerts/receivers", "200", ""},
            {"post", "/alerts/receivers/{receiver}/test", "alerts/receivers/team/test", "200", ""},
            {"post", "/alerts/receivers/{receiver}/test", "alerts/receivers/none/test", "404", ""},
            {"get", "/alerts/dead-letters", "alerts/dead-letters", "200", ""},
            {"delete", "/alerts/dead-letters/{id}", "alerts/dead-letters/none", "404", ""},
            {"post", "/alerts/dead-letters/{id}/retry", "alerts/dead-letters/none/retry", "404", ""},
            {"get", "/alerts/config", "alerts/config", "200", ""},
            {"get", "/rules/own", "rules/own", "200", ""},
            {"put", "/rules/own", "rules/own", "200", "{\"yaml\":\"groups: []\",\"revision\":\"r1\"}"},
            {"put", "/rules/own", "rules/own", "409", "{\"yaml\":\"groups: []\",\"revision\":\"r1\"}"},
            {"put", "/rules/own", "rules/own", "400", "{\"yaml\":\"bad\",\"revision\":\"r2\"}"},
            {"put", "/rules/own", "rules/own", "400", yaml},
            {"post", "/rules/check", "rules/check", "200", yaml},
            {"post", "/rules/check", "rules/check", "400", "{}"},
            {"post", "/rules/backtest", "rules/backtest", "200", BACKTEST.formatted("x")},
            {"post", "/rules/backtest", "rules/backtest", "400", yaml},
        };
        Set<String> covered = new TreeSet<>();
        try (PrometheusServer server = server()) {
            assertThat(server.json("POST", "/api/v2/alerts", "[{\"labels\":{\"alertname\":\"Lag\"}}]")
                            .statusCode())
                    .isEqualTo(200);
            for (String[] row : cases) {
                HttpResponse<byte[]> answer = server.json(row[0].toUpperCase(Locale.ROOT), OWN + row[2], row[4]);
                assertThat(answer.statusCode()).as(row[2] + text(answer)).isEqualTo(Integer.parseInt(row[3]));
                assertThat(contract.faults(row[0], row[1], answer.statusCode(), text(answer)))
                        .as(row[2])
                        .isEmpty();
                covered.add(row[1]);
            }
        }
        assertThat(covered).containsExactlyInAnyOrderElementsOf(contract.paths(OpenApi::isOfAlerts));
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v2/alerts",
        "POST,   /alertmanager/api/v2/silences",
        "DELETE, /api/v2/silence/a",
        "PUT,    /api/klamm/v1/rules/own",
        "POST,   /api/klamm/v1/alerts/receivers/team/test",
        "DELETE, /api/klamm/v1/alerts/dead-letters/d-1"
    })
    void change_fromAnotherSite_isForbidden(String method, String target) throws Exception {
        try (PrometheusServer server = server()) {
            HttpResponse<byte[]> answer = server.method(method, target, "Origin", "https://other.example");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(desk.deadLetters()).hasSize(1);
        }
    }

    @Test
    void login_whereItIsAsked_isAskedForAlertsToo(@TempDir Path dataDir) throws Exception {
        WebConfig config = new WebConfig("0.0.0.0", 0, Optional.of(dataDir), List.of(), WebConfig.Limits.USUAL);
        try (PrometheusServer server = server(config)) {
            assertThat(server.get("/api/v2/status").statusCode()).isEqualTo(401);
            assertThat(server.get(OWN + "alerts/config").statusCode()).isEqualTo(401);
            assertThat(server.json("POST", "/api/v2/alerts", "[]").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void alerts_manyAtOnce_areTaken_andMoreThanThatIsRefused() throws Exception {
        String one = "{\"labels\":{\"alertname\":\"Lag\",\"group\":\"%s\"}}".formatted("x".repeat(200_000));
        try (PrometheusServer server = server()) {
            assertThat(server.json("POST", "/api/v2/alerts", "[" + one + "]").statusCode())
                    .isEqualTo(200);
            assertThat(desk.alerts()).hasSize(1);
            assertThat(server.post("/api/v2/silences", one.getBytes(StandardCharsets.UTF_8), Map.of())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void backtest_clientLeaves_isInterrupted() throws Exception {
        byte[] body = BACKTEST.formatted("slow").getBytes(StandardCharsets.UTF_8);
        String head = "POST " + OWN + "rules/backtest HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (PrometheusServer server = server()) {
            try (Socket socket = server.socket()) {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                assertThat(rules.begun.await(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(rules.interrupted.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.json("POST", OWN + "rules/backtest", BACKTEST.formatted("x"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void alerting_off_isNotFound_andPrometheusHasNoRules() throws Exception {
        try (PrometheusServer server = PrometheusServer.usual()) {
            assertThat(server.get(OWN + "alerts/groups").statusCode()).isEqualTo(404);
            assertThat(server.get("/api/v2/status").statusCode()).isEqualTo(404);
            assertThat(text(server.get("/api/v1/rules"))).contains("\"groups\":[]");
        }
    }

    @Test
    void prometheus_rules_areOurs_andItsAlertmanagerIsThisServer() throws Exception {
        try (PrometheusServer server = server()) {
            assertThat(text(server.get("/api/v1/rules"))).contains("\"name\":\"Lag\"");
            assertThat(text(server.get("/api/v1/alertmanagers")))
                    .contains("http://127.0.0.1:" + server.server.port() + "/alertmanager/api/v2/alerts");
        }
    }
}
