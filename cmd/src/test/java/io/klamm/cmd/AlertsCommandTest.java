package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsCommandTest {

    private static final String GROUPS = """
            {"page":1,"pageSize":1000,"total":2,"groups":[
              {"key":"a","total":2,"alerts":[
                {"fingerprint":"1","state":"firing","startsAt":"2026-11-24T03:00:00Z","receivers":["team","boss"],
                 "labels":{"alertname":"Lag","group":"orders"},"annotations":{"summary":"orders lags"}},
                {"fingerprint":"2","state":"suppressed","startsAt":"2026-11-24T03:00:00Z","receivers":["team"],
                 "labels":{"alertname":"Lag","group":"payments"},"annotations":{}}]},
              {"key":"b","total":2,"alerts":[
                {"fingerprint":"1","state":"firing","startsAt":"2026-11-24T03:00:00Z","receivers":["team","boss"],
                 "labels":{"alertname":"Lag","group":"orders"},"annotations":{"summary":"orders lags"}},
                {"fingerprint":"3","state":"resolved","startsAt":"2026-11-24T03:00:00Z","receivers":["team"],
                 "labels":{"alertname":"Over"},"annotations":{}}]}]}""";

    private static final String HISTORY = """
            {"truncated":false,"events":[
              {"at":"2026-11-24T00:15:00Z","kind":"resolved","labels":{"alertname":"Old"},"detail":""},
              {"at":"2026-11-24T00:30:00Z","kind":"firing","labels":{"alertname":"Lag","group":"orders"},"detail":""},
              {"at":"2026-11-24T00:31:00Z","kind":"notified","labels":{"alertname":"Lag","group":"orders"},"detail":"team"},
              {"at":"2026-11-24T00:45:00Z","kind":"resolved","labels":{"alertname":"Lag","group":"orders"},"detail":""}]}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** What is not known is not found, with the body that Klamm has for it. */
    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(request + " " + sent);
        String found = answers.get(request.replaceFirst("[?].*", ""));
        byte[] body = (found == null ? "{\"code\":\"not_found\",\"message\":\"there is none\"}" : found)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(found == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of(
                                "--url",
                                "http://127.0.0.1:" + server.getAddress().getPort()))
                .toArray(String[]::new);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all);
    }

    @Test
    void list_showsEachAlertOnce_butNotWhatIsOver() {
        answers.put("GET /api/klamm/v1/alerts/groups", GROUPS);

        assertThat(run("alerts", "list", "--lang", "en")).isZero();

        assertThat(out.toString().lines()).hasSize(3);
        assertThat(out.toString())
                .contains("firing", "group=\"orders\"", "team, boss", "orders lags", "suppressed")
                .doesNotContain("Over");
        assertThat(asked.get(0)).contains("state=any");
    }

    @Test
    void list_matchers_chooseAndAFirstWordIsTheName() {
        answers.put("GET /api/klamm/v1/alerts/groups", GROUPS);

        assertThat(run("alerts", "list", "Lag", "group=~pay.*", "--json")).isZero();

        assertThat(out.toString()).contains("\"fingerprint\" : \"2\"").doesNotContain("orders");
    }

    @Test
    void list_korean_saysStatesInKorean() {
        answers.put("GET /api/klamm/v1/alerts/groups", GROUPS);

        assertThat(run("alerts", "list", "--state", "any", "--lang", "ko")).isZero();

        assertThat(out.toString()).contains("발생", "억제", "해소");
    }

    @Test
    void history_showsEventsAndWhenTheyFired() {
        answers.put("GET /api/klamm/v1/alerts/history", HISTORY);

        assertThat(run(
                        "alerts",
                        "history",
                        "--from",
                        "2026-11-24T00:00:00Z",
                        "--to",
                        "2026-11-24T01:00:00Z",
                        "--lang",
                        "en"))
                .isZero();

        assertThat(out.toString())
                .contains("notified", "team", "MEAN TIME TO RESOLVE")
                .containsPattern("Lag +group=\"orders\" +·{24}█{13}·{11} +1 +15 min")
                .containsPattern("Old +█{13}·{35} +0 +15 min");
        assertThat(asked.get(0)).contains("from=2026-11-24T00%3A00%3A00Z&to=2026-11-24T01%3A00%3A00Z");
    }

    @Test
    void silenceAdd_sendsConditionsAndPrintsTheId() {
        answers.put("POST /api/v2/silences", "{\"silenceID\":\"s-1\"}");

        assertThat(run(
                        "alerts",
                        "silence",
                        "add",
                        "Lag",
                        "group!~o.*",
                        "--duration",
                        "2h",
                        "--comment",
                        "deployment",
                        "--author",
                        "me"))
                .isZero();

        assertThat(out.toString()).isEqualTo("s-1\n");
        assertThat(asked.get(0))
                .contains(
                        "{\"name\":\"alertname\",\"value\":\"Lag\",\"isRegex\":false,\"isEqual\":true}",
                        "{\"name\":\"group\",\"value\":\"o.*\",\"isRegex\":true,\"isEqual\":false}",
                        "\"createdBy\":\"me\",\"comment\":\"deployment\"");
    }

    @Test
    void silenceList_showsConditionsAsTheyAreWritten() {
        answers.put(
                "GET /api/v2/silences",
                "[{\"id\":\"s-1\",\"status\":{\"state\":\"active\"},\"endsAt\":\"2026-11-24T05:00:00.000Z\",\"createdBy\":\"me\","
                        + "\"comment\":\"why\",\"matchers\":[{\"name\":\"group\",\"value\":\"o.*\",\"isRegex\":true,\"isEqual\":false}]}]");

        assertThat(run("alerts", "silence", "list")).isZero();

        assertThat(out.toString()).contains("s-1", "active", "group!~\"o.*\"", "why");
        assertThat(asked.get(0)).contains("expired=false");
    }

    @Test
    void silenceExpire_endsEach_andOneThatIsNotThereFails() {
        answers.put("DELETE /api/v2/silence/s-1", "");

        assertThat(run("alerts", "silence", "expire", "s-1")).isZero();
        assertThat(run("alerts", "silence", "expire", "s-2")).isEqualTo(UserException.FAILED);
        assertThat(err.toString()).contains("there is none");
    }

    @Test
    void receivers_showHowDeliveriesFare() {
        answers.put(
                "GET /api/klamm/v1/alerts/receivers",
                "{\"receivers\":[{\"name\":\"team\",\"channels\":[{\"kind\":\"slack\",\"sendResolved\":true,\"delivered\":3,"
                        + "\"failedAttempts\":1,\"waiting\":2,\"deadLetters\":4,\"lastError\":\"status 500\"}]}]}");

        assertThat(run("alerts", "receivers")).isZero();

        assertThat(out.toString()).containsPattern("team +slack +3 +1 +2 +4 +- +- +status 500");
    }

    @Test
    void alertTest_saysHowItWent_andFailsWhereAnyDidNotAccept() {
        answers.put("POST /api/klamm/v1/alerts/receivers/a%20b/test", "{\"results\":[\"slack: accepted\"]}");
        answers.put("POST /api/klamm/v1/alerts/receivers/c/test", "{\"results\":[\"slack: status 500\"]}");

        assertThat(run("alert", "test", "a b")).isZero();
        assertThat(run("alerts", "test", "c")).isEqualTo(UserException.FAILED);
        assertThat(out.toString()).isEqualTo("slack: accepted\nslack: status 500\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list|group=~(",
                "silence|add|x=y|--comment|c|--duration|soon",
                "silence|add|x=y",
                "history|--from|soon"
            })
    void arguments_wrong_areUsage(String arguments) {
        assertThat(run(Stream.concat(Stream.of("alerts"), Arrays.stream(arguments.split("[|]", -1)))
                        .toArray(String[]::new)))
                .isEqualTo(UserException.USAGE);
        assertThat(asked).isEmpty();
    }
}
