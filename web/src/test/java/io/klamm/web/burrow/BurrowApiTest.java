package io.klamm.web.burrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.burrow.BurrowStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurrowApiTest {

    private final FakeBurrow burrow = new FakeBurrow("main")
            .topic("orders", 100, -1, 300)
            .topic("a b", 7)
            .group("g", "orders", BurrowStatus.STOP)
            .group("part ü", "a b", BurrowStatus.OK);

    private LogLevel level = LogLevel.INFO;

    private BurrowApi api(BurrowOptions options) {
        return new BurrowApi(
                burrow,
                change -> {
                    level = change.orElse(level);
                    return level;
                },
                options,
                "HOST");
    }

    private BurrowAnswer ask(String method, String path) {
        return ask(method, path, "");
    }

    private BurrowAnswer ask(String method, String path, String body) {
        return api(BurrowOptions.USUAL).answer(method, path, null, body.getBytes(StandardCharsets.UTF_8));
    }

    private String get(String path) {
        return ask("GET", path).body();
    }

    @ParameterizedTest
    @CsvSource({
        "/v3/kafka/, /v3/kafka",
        "/V3/Kafka/main/TOPIC, /v3/kafka/main/topic",
        "/v3//kafka, /v3/kafka",
        "//v3/kafka/main/consumer/g/lag/, /v3/kafka/main/consumer/g/lag",
        "/v3/x/../kafka/./main, /v3/kafka/main",
        "/v3/kafka/main/topic/a%20b/, /v3/kafka/main/topic/a%20b",
        "/v3/kafka/main/consumer/%3Cg%3E/, /v3/kafka/main/consumer/%3Cg%3E",
        "/Burrow/Admin/Ready, /burrow/admin/ready",
        "/METRICS, /metrics",
    })
    void answer_nearlyRight_isSentOn(String path, String location) {
        BurrowAnswer answer = ask("GET", path);

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.headers())
                .isEqualTo(Map.of("Location", location, "Content-Type", "text/html; charset=utf-8"));
        assertThat(answer.body()).isEqualTo("<a href=\"" + location + "\">Moved Permanently</a>.\n\n");
    }

    @Test
    void answer_nearlyRightWithAQuery_keepsIt() {
        BurrowAnswer answer = api(BurrowOptions.USUAL).answer("GET", "/v3/kafka/", "a=1&b=\"", new byte[0]);

        assertThat(answer.headers()).containsEntry("Location", "/v3/kafka?a=1&b=\"");
        assertThat(answer.body()).startsWith("<a href=\"/v3/kafka?a=1&amp;b=&#34;\">");
    }

    @Test
    void answer_nearlyRightToChange_isSentOnWithTheSameMethod() {
        BurrowAnswer answer = ask("DELETE", "/v3/kafka/main/consumer/g/");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.headers()).isEqualTo(Map.of("Location", "/v3/kafka/main/consumer/g"));
        assertThat(answer.body()).isEmpty();
        assertThat(burrow.removed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST; /v3/kafka; GET, OPTIONS",
                "HEAD; /burrow/admin; GET, OPTIONS",
                "PUT; /v3/admin/loglevel; GET, OPTIONS, POST",
                "POST; /v3/kafka/main/consumer/g; DELETE, GET, OPTIONS",
                "GET; /v3/kafka/main/consumer/g/topic/orders; DELETE, OPTIONS",
                "DELETE; /metrics; GET, OPTIONS",
            })
    void answer_otherMethod_isRefused(String method, String path, String allowed) {
        BurrowAnswer answer = ask(method, path);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", allowed);
        assertThat(ask("OPTIONS", path)).isEqualTo(new BurrowAnswer(200, Map.of("Allow", allowed), "", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v3", "/v3/nothing", "/v3/kafka/main/consumer/a%2Fb/lag", "/v2/nothing", "/burrow"})
    void answer_unknownPath_isNotFound(String path) {
        BurrowAnswer answer = ask("GET", path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(answer.body()).isEqualTo("{\"error\":true,\"message\":\"invalid request type\",\"result\":{}}\n");
        assertThat(ask("OPTIONS", path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/kafka/%", "/v3/kafka/%2", "/v3/kafka/%zz", "/v3/kafka/%g0"})
    void answer_badEscape_isABadRequest(String path) {
        assertThat(ask("GET", path).status()).isEqualTo(400);
    }

    @Test
    void answer_octetsBeyondAscii_areUtf8() {
        assertThat(get("/v3/kafka/main/consumer/part%20\u00c3\u00bc/lag")).contains("\"group\":\"part ü\"");
        assertThat(api(BurrowOptions.USUAL)
                        .answer("GET", "/v3/kafka/", "\u00c3\u00bc\n", new byte[0])
                        .headers())
                .containsEntry("Location", "/v3/kafka?%C3%BC%0A");
    }

    @Test
    void answer_octetsThatAreNoUtf8_areReplaced() {
        assertThat(get("/v3/kafka/main/topic/%ff"))
                .isEqualTo("{\"error\":true,\"message\":\"cluster or topic not found\",\"request\":"
                        + "{\"url\":\"/v3/kafka/main/topic/\\ufffd\",\"host\":\"HOST\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/kafka/main/consumer/part%20%C3%BC/lag",
                "/v3/kafka/main/consumer/part%2520%25C3%25BC/lag",
                "/v3/kafka/main/consumer/part%2520%25C3%25BC",
                "/v3/kafka/main/topic/a%2520b",
                "/v3/kafka/m%2561in/topic",
            })
    void answer_escapedOnceOrTwice_isFound(String path) {
        assertThat(ask("GET", path).status()).isEqualTo(200);
    }

    @Test
    void answer_escapedTwiceButNotToBeUnescapedAgain_isNotFound() {
        BurrowApi strict = api(new BurrowOptions("", true, false, true));

        assertThat(strict.answer("GET", "/v3/kafka/main/topic/a%2520b", null, new byte[0])
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answer_nameThatHasAPercentSignItself_isThatOne() {
        burrow.topic("a%20b", 55);

        assertThat(get("/v3/kafka/main/topic/a%2520b")).contains("\"offsets\":[55]");
    }

    @Test
    void topic_endNotKnown_isLeftOutOrWrittenAsMinusOne() {
        assertThat(get("/v3/kafka/main/topic/orders")).contains("\"offsets\":[100,300]");

        BurrowApi exact = api(new BurrowOptions("", true, true, false));
        assertThat(exact.answer("GET", "/v3/kafka/main/topic/orders", null, new byte[0])
                        .body())
                .contains("\"offsets\":[100,-1,300]");
    }

    @Test
    void delete_anything_saysItIsRemoved() {
        String removed = "{\"error\":false,\"message\":\"consumer group removed\"";

        assertThat(ask("DELETE", "/v3/kafka/main/consumer/g/topic/orders").body())
                .startsWith(removed);
        assertThat(ask("DELETE", "/v3/kafka/main/consumer/part%2520%25C3%25BC").body())
                .startsWith(removed);
        assertThat(ask("DELETE", "/v3/kafka/nope/consumer/nope").body()).startsWith(removed);
        assertThat(burrow.removed()).containsExactly("g orders", "part ü");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"level\":\"WARNING\"}; 200; set log level; WARN",
                "{\"LEVEL\":\"trace\",\"x\":1} and more; 200; set log level; DEBUG",
                "{\"level\":\"loud\"}; 404; unknown log level; INFO",
                "{}; 404; unknown log level; INFO",
                "null; 404; unknown log level; INFO",
                "{\"level\":null}; 404; unknown log level; INFO",
                "{\"level\":1}; 400; could not decode message body; INFO",
                "[]; 400; could not decode message body; INFO",
                "{\"level\"; 400; could not decode message body; INFO",
                "''; 400; could not decode message body; INFO",
            })
    void logLevel_set_isChangedOrNot(String body, int status, String message, LogLevel then) {
        BurrowAnswer answer = ask("POST", "/v3/admin/loglevel", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("\"message\":\"" + message + "\"");
        assertThat(get("/v3/admin/loglevel")).contains("\"level\":\"" + then.label() + "\"");
    }

    @Test
    void config_withoutModules_hasEmptyListsAndNoServers() {
        assertThat(get("/v3/config")).contains("\"zookeeper\":{\"servers\":null,", "\"httpserver\":{}}");
        assertThat(get("/v3/config/notifier")).endsWith("\"coordinator\":\"notifier\",\"modules\":[]}");
    }

    @Test
    void config_notifiers_areShownByTheirClass() {
        BurrowModules.NotifierBase base =
                new BurrowModules.NotifierBase("^a", 60, 2, "open", "close", new TreeMap<>(Map.of("k", "v")), true);
        BurrowModules modules = BurrowModules.none();
        modules.notifiers().put("nobody", new BurrowModules.NullNotifier(base));
        modules.notifiers()
                .put("mail", new BurrowModules.EmailNotifier(base, "smtp", 25, "plain", "u", "f", "t", "", "true"));
        burrow.modules(modules);

        assertThat(get("/v3/config/notifier/NOBODY"))
                .contains(
                        "\"module\":{\"class-name\":\"null\",\"group-allowlist\":\"^a\",\"interval\":60,\"threshold\":2,"
                                + "\"template-open\":\"open\",\"template-close\":\"close\",\"extra\":{\"k\":\"v\"},\"send-close\":true}");
        assertThat(get("/v3/config/notifier/mail"))
                .contains(
                        "\"send-close\":true,\"server\":\"smtp\",\"port\":25,\"auth-type\":\"plain\",\"username\":\"u\","
                                + "\"from\":\"f\",\"to\":\"t\",\"extra-ca\":\"\",\"noverify\":\"true\"}");
    }

    @Test
    void metrics_fullWindow_hasOffsetAndStatus() {
        burrow.topic("big", 12_345_678);

        assertThat(get("/metrics").lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "burrow_kafka_consumer_current_offset{cluster=\"main\",consumer_group=\"g\",partition=\"0\",topic=\"orders\"} 100",
                        "burrow_kafka_consumer_current_offset{cluster=\"main\",consumer_group=\"part ü\",partition=\"0\",topic=\"a b\"} 100",
                        "burrow_kafka_consumer_lag_total{cluster=\"main\",consumer_group=\"g\"} 5",
                        "burrow_kafka_consumer_lag_total{cluster=\"main\",consumer_group=\"part ü\"} 5",
                        "burrow_kafka_consumer_partition_lag{cluster=\"main\",consumer_group=\"g\",partition=\"0\",topic=\"orders\"} 5",
                        "burrow_kafka_consumer_partition_lag{cluster=\"main\",consumer_group=\"part ü\",partition=\"0\",topic=\"a b\"} 5",
                        "burrow_kafka_consumer_status{cluster=\"main\",consumer_group=\"g\"} 3",
                        "burrow_kafka_consumer_status{cluster=\"main\",consumer_group=\"part ü\"} 1",
                        "burrow_kafka_topic_partition_offset{cluster=\"main\",partition=\"0\",topic=\"a b\"} 7",
                        "burrow_kafka_topic_partition_offset{cluster=\"main\",partition=\"0\",topic=\"big\"} 1.2345678e+07",
                        "burrow_kafka_topic_partition_offset{cluster=\"main\",partition=\"0\",topic=\"orders\"} 100",
                        "burrow_kafka_topic_partition_offset{cluster=\"main\",partition=\"1\",topic=\"orders\"} 300",
                        "burrow_kafka_topic_partition_status{cluster=\"main\",consumer_group=\"g\",partition=\"0\",topic=\"orders\"} 4",
                        "burrow_kafka_topic_partition_status{cluster=\"main\",consumer_group=\"part ü\",partition=\"0\",topic=\"a b\"} 1");
    }

    @Test
    void v2_lists_areAsThatVersionAnswered() {
        String request =
                ",\"request\":{\"url\":\"%s\",\"host\":\"HOST\",\"cluster\":\"%s\",\"group\":\"%s\",\"topic\":\"%s\"}}";

        assertThat(get("/v2/kafka/"))
                .isEqualTo("{\"error\":false,\"message\":\"cluster list returned\",\"clusters\":[\"main\"]"
                        + request.formatted("/v2/kafka/", "", "", ""));
        assertThat(get("/v2/kafka/main/topic"))
                .isEqualTo("{\"error\":false,\"message\":\"broker topic list returned\",\"topics\":[\"a b\",\"orders\"]"
                        + request.formatted("/v2/kafka/main/topic", "main", "", ""));
        assertThat(get("/v2/kafka/main/topic/orders"))
                .isEqualTo("{\"error\":false,\"message\":\"broker topic offsets returned\",\"offsets\":[100,300],"
                        + "\"consumers\":[\"g\"]"
                        + request.formatted("/v2/kafka/main/topic/orders", "main", "", "orders"));
        assertThat(get("/v2/kafka/main/consumer/g/topic/orders"))
                .isEqualTo("{\"error\":false,\"message\":\"consumer group topic offsets returned\",\"offsets\":[100]"
                        + request.formatted("/v2/kafka/main/consumer/g/topic/orders", "main", "g", "orders"));
        assertThat(get("/v2/kafka/main/consumer/g/topic"))
                .contains("\"message\":\"consumer topic list returned\",\"topics\":[\"orders\"]");
        assertThat(get("/v2/zookeeper")).contains("\"clusters\":[\"main\"]");
        assertThat(get("/v2/kafka/main"))
                .contains("\"message\":\"cluster detail returned\",\"cluster\":{\"zookeepers\":[]");
    }

    @Test
    void v2_status_hasACompleteThatIsTrueOrFalse() {
        assertThat(get("/v2/kafka/main/consumer/g/status"))
                .contains(
                        "\"message\":\"consumer group status returned\",\"status\":{\"cluster\":\"main\",\"group\":\"g\","
                                + "\"status\":\"ERR\",\"complete\":true,\"partitions\":[{\"topic\":\"orders\",\"partition\":0,"
                                + "\"status\":\"STOP\",\"start\":{\"offset\":90,\"timestamp\":1000,\"lag\":10,\"max_offset\":100},"
                                + "\"end\":{\"offset\":100,\"timestamp\":3000,\"lag\":-1,\"max_offset\":-1}}],\"partition_count\":1,"
                                + "\"maxlag\":{");
        assertThat(get("/v2/kafka/main/consumer/part%20%C3%BC/status")).contains("\"partitions\":[]");
    }

    @Test
    void v2_errors_haveStatus200() {
        for (String path : List.of("/v2/kafka/nope", "/v2/kafka/main/consumer/nope/lag", "/v2/kafka/main/topic/nope")) {
            BurrowAnswer answer = ask("GET", path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("{\"error\":true,\"message\":\"")
                    .contains("\"result\":{},\"request\":{");
        }
        assertThat(ask("DELETE", "/v2/kafka/main/consumer/nope").body()).contains("consumer group not found");
        assertThat(ask("DELETE", "/v2/kafka/main/consumer/g").body()).contains("consumer group removed");
        assertThat(ask("PUT", "/v2/kafka").status()).isEqualTo(405);
    }

    @Test
    void v2_notWanted_isNotFound() {
        BurrowApi strict = api(new BurrowOptions("", false, true, true));

        assertThat(strict.answer("GET", "/v2/kafka", null, new byte[0]).status())
                .isEqualTo(404);
    }

    @Test
    void allowOrigin_set_isOnAnswersButNotOnUnknownPathsAndMetrics() {
        BurrowApi open = api(new BurrowOptions("*", true, true, true));

        assertThat(open.answer("GET", "/v3/kafka", null, new byte[0]).headers())
                .containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(open.answer("GET", "/burrow/admin", null, new byte[0]).headers())
                .containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(open.answer("GET", "/metrics", null, new byte[0]).headers()).hasSize(1);
        assertThat(open.answer("GET", "/nothing", null, new byte[0]).headers())
                .doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(ask("GET", "/v3/kafka").headers()).hasSize(1);
    }
}
