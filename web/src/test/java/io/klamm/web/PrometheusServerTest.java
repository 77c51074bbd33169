package io.klamm.web;

import static io.klamm.web.PrometheusServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdInputStream;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.SnappyBlock;
import io.klamm.web.prometheus.ApiFixture;
import io.klamm.web.prometheus.Origins;
import io.klamm.web.prometheus.PrometheusParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prometheus's API over sockets: what HTTP adds to it. */
@Timeout(60)
class PrometheusServerTest {

    private static final Map<String, String> WRITE_HEADERS = Map.of(
            "Content-Type", "application/x-protobuf",
            "Content-Encoding", "snappy",
            "X-Prometheus-Remote-Write-Version", "0.1.0");

    private final MemoryStorage store = new MemoryStorage();

    private PrometheusServer server(Origins origins) throws IOException {
        ApiFixture.fill(store);
        return new PrometheusServer(
                config("127.0.0.1", Optional.empty(), origins), ApiFixture.parts(store, store, Optional.empty()));
    }

    private static WebConfig config(String host, Optional<Path> dataDir, Origins origins) {
        return new WebConfig(
                host, 0, dataDir, List.of(), WebConfig.Limits.USUAL, MetricsProfile.USUAL, BurrowConfig.USUAL, origins);
    }

    private static byte[] write(long time) {
        ProtoWriter message = new ProtoWriter();
        int series = message.begin(1);
        int label = message.begin(1);
        message.text(1, "__name__").text(2, "written").end(label);
        int sample = message.begin(2);
        message.float64(1, 7).varint(2, time).end(sample);
        message.end(series);
        return SnappyBlock.encode(message.array(), message.size());
    }

    private static byte[] readOf(long from, long to) {
        ProtoWriter message = new ProtoWriter();
        int query = message.begin(1);
        message.varint(1, from).varint(2, to);
        int matcher = message.begin(3);
        message.varint(1, 0).text(2, "__name__").text(3, "up").end(matcher);
        message.end(query);
        return SnappyBlock.encode(message.array(), message.size());
    }

    @Test
    void origin_named_mayReadAndAskWhatItMay() throws Exception {
        try (PrometheusServer server = server(new Origins(List.of("https://grafana.example")))) {
            HttpResponse<byte[]> answer = server.get("/api/v1/labels", "Origin", "https://grafana.example");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://grafana.example");
            assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding, Origin");

            HttpResponse<byte[]> preflight = server.method(
                    "OPTIONS",
                    "/api/v1/query",
                    "Origin",
                    "https://grafana.example",
                    "Access-Control-Request-Method",
                    "POST");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                    .contains("GET, POST, OPTIONS");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("Accept, Authorization, Content-Type, Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example", "https://grafana.example:444", "null"})
    void origin_another_isAnsweredButMayNotRead(String origin) throws Exception {
        try (PrometheusServer server = server(new Origins(List.of("https://grafana.example")))) {
            for (String method : List.of("GET", "OPTIONS")) {
                HttpResponse<byte[]> answer = server.method(method, "/api/v1/labels", "Origin", origin);
                assertThat(answer.statusCode()).isEqualTo(method.equals("GET") ? 200 : 204);
                assertThat(answer.headers().map().keySet())
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
            }
        }
    }

    @Test
    void origin_all_isAnyByItsName() throws Exception {
        try (PrometheusServer server = server(new Origins(List.of("*")))) {
            assertThat(server.get("/api/v1/labels", "Origin", "http://any.example")
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .contains("http://any.example");
        }
    }

    @Test
    void preflight_whereALoginIsAsked_needsNone(@TempDir Path dataDir) throws Exception {
        Origins origins = new Origins(List.of("https://grafana.example"));
        try (PrometheusServer server = new PrometheusServer(
                config("0.0.0.0", Optional.of(dataDir), origins), ApiFixture.parts(store, store, Optional.empty()))) {
            HttpResponse<byte[]> preflight =
                    server.method("OPTIONS", "/api/v1/query", "Origin", "https://grafana.example");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://grafana.example");
            assertThat(server.get("/api/v1/query?query=1").statusCode()).isEqualTo(401);
            assertThat(server.method("OPTIONS", "/api/v1/write").statusCode()).isEqualTo(401);
            assertThat(server.post("/api/v1/write", write(0), WRITE_HEADERS).statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | gzip",
                "deflate | deflate",
                "gzip, deflate | gzip",
                "deflate;q=1, gzip;q=0.5 | deflate",
                "zstd | zstd",
                "gzip, deflate, br, zstd | gzip",
                "zstd, gzip;q=0.9 | zstd"
            })
    void answer_codingWished_isTheSameText(String wished, String coding) throws Exception {
        try (PrometheusServer server = server(Origins.NONE)) {
            String target = "/api/v1/query_range?query=up&start=1795488600&end=1795489200&step=15";
            HttpResponse<byte[]> coded = server.get(target, "Accept-Encoding", wished);
            assertThat(coded.headers().firstValue("Content-Encoding")).contains(coding);
            assertThat(new String(plain(coded.body(), coding), StandardCharsets.UTF_8))
                    .isEqualTo(text(server.get(target)))
                    .contains("\"resultType\":\"matrix\"");
            assertThat(server.get(target, "Accept-Encoding", "br").headers().firstValue("Content-Encoding"))
                    .isEmpty();
        }
    }

    private static byte[] plain(byte[] coded, String coding) throws IOException {
        InputStream bytes = new ByteArrayInputStream(coded);
        try (InputStream plain =
                switch (coding) {
                    case "gzip" -> new GZIPInputStream(bytes);
                    case "deflate" -> new InflaterInputStream(bytes);
                    default -> new ZstdInputStream(bytes);
                }) {
            return plain.readAllBytes();
        }
    }

    @Test
    void write_kept_isAnsweredWithoutALength_andTheConnectionGoesOn() throws Exception {
        try (PrometheusServer server = server(Origins.NONE);
                Socket socket = server.socket()) {
            byte[] body = write(ApiFixture.NOW.toEpochMilli());
            String head = "POST /api/v1/write HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\n"
                    + "Content-Encoding: snappy\r\nContent-Length: " + body.length + "\r\n\r\n";
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                assertThat(head(socket))
                        .startsWith("HTTP/1.1 204")
                        .doesNotContainIgnoringCase("content-length")
                        .doesNotContainIgnoringCase("transfer-encoding");
            }
            assertThat(text(server.get("/api/v1/query?query=written"))).contains(",\"7\"]");
        }
    }

    /** All up to the empty line. */
    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("the server closed after: " + head);
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    @Test
    void queries_thatHang_holdUpNeitherNamesNorWritesNorReads() throws Exception {
        ApiFixture.fill(store);
        HeldStore held = new HeldStore(store, "slow");
        ExecutorService clients = Executors.newCachedThreadPool();
        try (PrometheusServer server =
                new PrometheusServer(WebConfig.loopback(0), ApiFixture.parts(held, store, Optional.empty()))) {
            List<Future<HttpResponse<byte[]>>> hanging = new ArrayList<>();
            int more = Runtime.getRuntime().availableProcessors() + 8;
            for (int i = 0; i < more; i++) {
                hanging.add(clients.submit(() -> server.get("/api/v1/query?query=slow")));
            }
            held.awaitOne();

            assertThat(text(server.get("/api/v1/label/job/values"))).contains("[\"kafka\"]");
            assertThat(server.post("/api/v1/write", write(ApiFixture.NOW.toEpochMilli()), WRITE_HEADERS)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(server.post("/api/v1/read", readOf(0, ApiFixture.NOW.toEpochMilli()), Map.of())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(hanging).noneMatch(Future::isDone);

            held.release();
            for (Future<HttpResponse<byte[]>> query : hanging) {
                assertThat(query.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
        } finally {
            held.release();
            clients.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/query?query=sum(up)", "/api/v1/series?match[]=up"})
    void query_whoseClientLeaves_isStopped(String target) throws Exception {
        EndlessStore endless = new EndlessStore();
        try (PrometheusServer server =
                new PrometheusServer(WebConfig.loopback(0), ApiFixture.parts(endless, store, Optional.empty()))) {
            try (Socket socket = server.socket()) {
                String head = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                assertThat(endless.begun().get(30, TimeUnit.SECONDS)).isTrue();
                assertThat(endless.closed()).isNotDone();
            }
            assertThat(endless.closed().get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT", "POST", "DELETE"})
    void push_asItWasSent_comesToWhoTakesIt(String method) throws Exception {
        CompletableFuture<String> taken = new CompletableFuture<>();
        PrometheusParts.Push push = (name, path, call) -> {
            taken.complete(name + " " + path + " " + call.header("content-type") + " "
                    + new String(call.body(), StandardCharsets.UTF_8));
            return RemoteAnswer.empty(name.equals("POST") ? 200 : 202);
        };
        try (PrometheusServer server =
                new PrometheusServer(WebConfig.loopback(0), ApiFixture.parts(store, store, Optional.of(push)))) {
            HttpResponse<byte[]> answer = server.send(server.request("/metrics/job@base64/YQ/dc/a%2Fb")
                    .header("Content-Type", "text/plain; version=0.0.4")
                    .method(method, HttpRequest.BodyPublishers.ofString("up 1\n")));

            assertThat(answer.statusCode()).isEqualTo(method.equals("POST") ? 200 : 202);
            assertThat(taken.get(1, TimeUnit.SECONDS))
                    .isEqualTo(method + " /metrics/job@base64/YQ/dc/a%2Fb text/plain; version=0.0.4 up 1\n");
            assertThat(server.get("/metrics/job/a").statusCode()).isEqualTo(405);
            assertThat(server.method(method, "/metrics/job/a", "Origin", "http://evil.example")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/query?query=up", "/api/v1/status/buildinfo", "/federate", "/metrics/job/a"})
    void anything_withoutAStore_saysThatThereIsNone(String target) throws Exception {
        try (WebServer server = WebServerTest.server(WebConfig.loopback(0), new FakeViews(), List::of)) {
            server.start();
            HttpResponse<String> answer = new Client(server).get(target);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(answer.body())
                    .startsWith(
                            "{\"status\":\"error\",\"errorType\":\"unavailable\",\"error\":\"store: none (expected: ");
        }
    }

    @Test
    void push_large_isTakenAsWritesAre_butNotWhereNobodyTakesIt() throws Exception {
        byte[] body = new byte[200_000];
        PrometheusParts.Push push = (method, path, call) -> RemoteAnswer.text(200, "" + call.body().length);
        try (PrometheusServer server =
                new PrometheusServer(WebConfig.loopback(0), ApiFixture.parts(store, store, Optional.of(push)))) {
            assertThat(text(server.post("/metrics/job/a", body, Map.of()))).isEqualTo("200000\n");
        }
        try (PrometheusServer server = PrometheusServer.usual()) {
            assertThat(server.post("/metrics/job/a", new byte[0], Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(server.post("/metrics/job/a", body, Map.of()).statusCode())
                    .isEqualTo(413);
        }
    }
}
