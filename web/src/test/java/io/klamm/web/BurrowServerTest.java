package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.burrow.BurrowStatus;
import io.klamm.testing.ManualClock;
import io.klamm.web.burrow.BurrowDoors;
import io.klamm.web.burrow.BurrowOptions;
import io.klamm.web.burrow.FakeBurrow;
import io.klamm.web.burrow.LogLevel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Burrow's API over sockets: on the one port, and on a port of its own. */
class BurrowServerTest {

    private final FakeBurrow burrow =
            new FakeBurrow("main").topic("orders", 100, 200).group("g", "orders", BurrowStatus.STOP);
    private volatile LogLevel level = LogLevel.INFO;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private WebServer server = server("127.0.0.1", true, MetricsProfile.USUAL, "127.0.0.1");

    private WebServer server(String host, boolean onMainPort, Set<MetricsProfile> profiles, String... listeners) {
        WebConfig config = new WebConfig(
                host,
                0,
                Optional.empty(),
                List.of(),
                WebConfig.Limits.USUAL,
                profiles,
                new BurrowConfig(
                        onMainPort,
                        List.of(listeners).stream()
                                .map(listener -> new BurrowConfig.Listener(listener, 0))
                                .toList(),
                        BurrowOptions.USUAL));
        BurrowDoors doors = new BurrowDoors(burrow, change -> {
            level = change.orElse(level);
            return level;
        });
        return new WebServer(
                config, new FakeViews(Readings.usual("main")), doors, List::of, "1.2.3", new ManualClock(Readings.NOW));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> send(int port, String method, String target, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int own() {
        return server.burrowPorts().get(0);
    }

    @Test
    void onePort_start_hasBurrowsApiBesideTheRest() throws Exception {
        server.start();

        assertThat(send(server.port(), "GET", "/v3/kafka", "").body()).contains("\"clusters\":[\"main\"]");
        assertThat(send(server.port(), "GET", "/v2/kafka", "").body()).contains("\"clusters\":[\"main\"]");
        assertThat(send(server.port(), "GET", "/burrow/admin", "").body()).isEqualTo("GOOD");
        assertThat(send(server.port(), "GET", "/V3/KAFKA", "").statusCode()).isEqualTo(301);
        assertThat(send(server.port(), "GET", "/-/healthy", "").body()).isEqualTo("healthy\n");
        assertThat(send(server.port(), "GET", "/metrics", "").body())
                .contains("kafka_brokers 2\n")
                .doesNotContain("burrow_");
    }

    @Test
    void onePort_switchedOff_doesNotKnowThem() throws Exception {
        server = server("127.0.0.1", false, MetricsProfile.USUAL);
        server.start();

        HttpResponse<String> response = send(server.port(), "GET", "/v3/kafka", "");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("not_found").doesNotContain("clusters");
        assertThat(server.burrowPorts()).isEmpty();
    }

    @Test
    void ownPort_everything_isBurrows() throws Exception {
        server.start();

        assertThat(send(own(), "GET", "/", "").body()).contains("invalid request type");
        assertThat(send(own(), "GET", "/-/healthy", "").statusCode()).isEqualTo(404);
        assertThat(send(own(), "GET", "/metrics", "").body())
                .contains("burrow_kafka_consumer_status{cluster=\"main\",consumer_group=\"g\"} 3\n")
                .doesNotContain("klamm_");
    }

    @Test
    void ownPort_methods_areAnsweredAsBurrowDoes() throws Exception {
        server.start();

        HttpResponse<String> redirect = send(own(), "GET", "/v3/kafka/", "");
        assertThat(redirect.statusCode()).isEqualTo(301);
        assertThat(redirect.headers().firstValue("Location")).contains("/v3/kafka");
        HttpResponse<String> head = send(own(), "HEAD", "/v3/kafka", "");
        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(head.headers().firstValue("Allow")).contains("GET, OPTIONS");
        HttpResponse<String> options = send(own(), "OPTIONS", "/v3/kafka", "");
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().map()).containsOnlyKeys("allow", "content-length");
        assertThat(send(own(), "DELETE", "/v3/kafka/main/consumer/g", "").statusCode())
                .isEqualTo(200);
        assertThat(burrow.removed()).containsExactly("g");
    }

    @Test
    void ownPort_answer_hasBurrowsHeadersAndNoOthers() throws Exception {
        server.start();

        assertThat(send(own(), "GET", "/v3/kafka", "").headers().map())
                .containsOnlyKeys("content-type", "content-length");
    }

    @Test
    void ownPort_logLevel_isSetByABody() throws Exception {
        server.start();

        assertThat(send(own(), "POST", "/v3/admin/loglevel", "{\"level\":\"debug\"}")
                        .body())
                .contains("set log level");
        assertThat(level).isEqualTo(LogLevel.DEBUG);
        assertThat(send(own(), "POST", "/v3/admin/loglevel", "nothing").statusCode())
                .isEqualTo(400);
        assertThat(send(own(), "POST", "/v3/admin/loglevel", " ".repeat(70_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void ownPort_metricsZipped_areTheSame() throws Exception {
        for (int i = 0; i < 20; i++) {
            burrow.group("group-" + i, "orders", BurrowStatus.OK);
        }
        server.start();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + own() + "/metrics"))
                .header("Accept-Encoding", "gzip")
                .build();

        HttpResponse<byte[]> zipped = http.send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(send(own(), "GET", "/metrics", "").body());
        }
    }

    @Test
    void change_fromAnotherSitesPage_isRefused() throws Exception {
        server.start();

        assertThat(send(own(), "DELETE", "/v3/kafka/main/consumer/g", "", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(server.port(), "POST", "/v3/admin/loglevel", "{}", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(burrow.removed()).isEmpty();
    }

    @Test
    void openPort_askedForALogin_exceptByProbes() throws Exception {
        server = server("127.0.0.1", true, MetricsProfile.USUAL, "0.0.0.0", "127.0.0.1");
        server.start();
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                ("admin:" + server.newPassword().orElseThrow()).getBytes(StandardCharsets.UTF_8));
        String group = "/v3/kafka/main/consumer/g";

        assertThat(send(own(), "DELETE", group, "").statusCode()).isEqualTo(401);
        assertThat(send(own(), "GET", "/v3/kafka", "").statusCode()).isEqualTo(401);
        assertThat(send(own(), "POST", "/v3/admin/loglevel", "{}").statusCode()).isEqualTo(401);
        assertThat(burrow.removed()).isEmpty();
        assertThat(send(own(), "GET", "/burrow/admin", "").body()).isEqualTo("GOOD");
        assertThat(send(server.burrowPorts().get(1), "GET", "/v3/kafka", "").statusCode())
                .isEqualTo(200);
        assertThat(send(own(), "POST", "/v3/admin/loglevel", "{\"level\":\"warn\"}", "Authorization", basic)
                        .statusCode())
                .isEqualTo(200);
        assertThat(level).isEqualTo(LogLevel.WARN);
        assertThat(send(own(), "DELETE", group, "", "Authorization", basic).statusCode())
                .isEqualTo(200);
        assertThat(burrow.removed()).containsExactly("g");
    }

    @Test
    void mainMetrics_profileOn_haveBurrowsNamesTooInBothFormats() throws Exception {
        server = server("127.0.0.1", true, Set.of(MetricsProfile.BURROW));
        server.start();

        for (String accept : List.of("text/plain", "application/openmetrics-text; version=1.0.0")) {
            String body =
                    send(server.port(), "GET", "/metrics", "", "Accept", accept).body();
            assertThat(body)
                    .contains("burrow_kafka_consumer_status{cluster=\"main\",consumer_group=\"g\"} 3\n")
                    .contains("klamm_build_info")
                    .doesNotContain("kafka_brokers ");
            assertThat(TextFormat.faults(body, accept.startsWith("application")))
                    .isEmpty();
        }
    }

    @Test
    void start_ownPortTaken_saysWhichAndLetsGoOfTheOther() throws Exception {
        server.start();
        WebServer second = new WebServer(
                new WebConfig(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        List.of(),
                        WebConfig.Limits.USUAL,
                        MetricsProfile.USUAL,
                        new BurrowConfig(
                                true, List.of(new BurrowConfig.Listener("127.0.0.1", own())), BurrowOptions.USUAL)),
                new FakeViews(),
                List::of,
                "1.2.3",
                new ManualClock(Readings.NOW));

        assertThatThrownBy(second::start).hasMessageContaining("listen: 127.0.0.1:" + own());
        second.close();
    }
}
