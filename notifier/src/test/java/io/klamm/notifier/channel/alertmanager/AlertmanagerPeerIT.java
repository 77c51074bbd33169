package io.klamm.notifier.channel.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.notifier.channel.ReceiverServer;
import io.klamm.notifier.channel.Sample;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's Alertmanager; skipped where there is none. */
class AlertmanagerPeerIT {

    private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path directory;

    private final ReceiverServer hook = new ReceiverServer();
    private Process process;
    private String url;

    @BeforeEach
    void start() throws Exception {
        assumeThat(PROGRAM).as("not installed: prometheus-alertmanager").isExecutable();
        int port = freePort();
        url = "http://127.0.0.1:" + port;
        Path config = Files.writeString(directory.resolve("alertmanager.yml"), """
                route: {receiver: team, group_by: [alertname], group_wait: 100ms, group_interval: 300ms}
                receivers: [{name: team, webhook_configs: [{url: '%s/hook'}]}]
                """.formatted(hook.url()));
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + config,
                        "--storage.path=" + directory.resolve("data"),
                        "--cluster.listen-address=",
                        "--web.external-url=" + Sample.EXTERNAL,
                        "--web.route-prefix=/",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        await(() -> answers("/-/ready"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        hook.close();
        if (process != null) {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void deliver_firingThenResolved_alertmanagerKnows() throws Exception {
        assertThat(deliver(message(now.plusSeconds(240)))).isInstanceOf(Delivery.Accepted.class);

        JsonNode alerts = JSON.readTree(get("/api/v2/alerts"));
        assertThat(alerts).hasSize(1);
        JsonNode alert = alerts.path(0);
        assertThat(alert.path("labels").path("group").asText()).isEqualTo("주문");
        assertThat(alert.path("annotations").path("summary").asText()).isEqualTo("지연 <10,000>");
        assertThat(alert.path("fingerprint").asText()).isEqualTo(alert(now).fingerprint());
        assertThat(Instant.parse(alert.path("startsAt").asText())).isEqualTo(now.minusSeconds(60));
        assertThat(Instant.parse(alert.path("endsAt").asText())).isEqualTo(now.plus(Duration.ofHours(5)));

        assertThat(deliver(message(now.minusSeconds(1)))).isInstanceOf(Delivery.Accepted.class);

        await(() -> get("/api/v2/alerts").strip().equals("[]"));
    }

    /** What Alertmanager makes of our alerts for its webhook, ours must make too. */
    @Test
    void webhook_sameAlerts_sameJson() throws Exception {
        deliver(message(now.plusSeconds(240)));
        await(() -> !hook.received().isEmpty());
        String theirs = hook.last().body();

        try (ReceiverServer own = new ReceiverServer();
                Sample.Opened opened = Sample.open("webhook_configs", "url: " + own.url())) {
            opened.channel().deliver(message(now.plusSeconds(240)));

            assertThat(comparable(own.last().body())).isEqualTo(comparable(theirs));
        }
    }

    /** Texts, so that the order of keys counts; the fixed parts of Go's escapes are Jackson's own letters. */
    private static String comparable(String body) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(body);
        assertThat(json.path("externalURL").asText()).isEqualTo(Sample.EXTERNAL);
        return json.toString();
    }

    private Delivery deliver(Message message) throws InterruptedException {
        try (Sample.Opened opened = Sample.open("alertmanager_configs", "url: " + url + "/")) {
            return opened.channel().deliver(message);
        }
    }

    private Message message(Instant endsAt) {
        return new Message(
                "message-1",
                "incident-1",
                "{}:{alertname=\"Lag\"}",
                "team",
                Labels.of("alertname", "Lag"),
                List.of(alert(endsAt)),
                now,
                0,
                new TreeMap<>());
    }

    private Alert alert(Instant endsAt) {
        return Alert.of(
                Labels.of("alertname", "Lag", "group", "주문"),
                Map.of("summary", "지연 <10,000>"),
                now.minusSeconds(60),
                endsAt,
                "http://klamm.example/graph?a=1&b=2");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers(String path) {
        return !get(path).isEmpty();
    }

    private String get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException e) {
            // It does not listen yet.
            return "";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(Files.readString(directory.resolve("log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
