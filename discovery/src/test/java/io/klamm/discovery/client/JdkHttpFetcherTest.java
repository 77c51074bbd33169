package io.klamm.discovery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.config.Loaded;
import io.klamm.config.YamlFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkHttpFetcherTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.plain();
    }

    @AfterEach
    void stop() {
        server.close();
        executor.shutdownNow();
    }

    @Test
    void fetch_answer_withStatusHeadersAndBody() throws IOException {
        server.on("/metrics", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            String text = exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Accept");
            WebServer.answer(exchange, 200, text);
        });
        Fetched.Answer answer = (Fetched.Answer) fetch("{}", server.uri("/metrics?a=b"), LONG, 0);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-TYPE")).isEqualTo("text/plain");
        assertThat(text(answer, 0)).isEqualTo("GET text/x");
        assertThat(answer.statusText()).isEqualTo("200 OK");
    }

    @Test
    void fetch_packedBody_isUnpackedUpToTheLimit() throws IOException {
        byte[] packed = gzip("x".repeat(100_000));
        server.on("/gzip", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            WebServer.answer(exchange, 200, packed);
        });
        Fetched.Answer answer = (Fetched.Answer) fetch("{}", server.uri("/gzip"), LONG, 0);
        assertThat(text(answer, 0)).hasSize(100_000);
        assertThat(text(answer, 100_000)).hasSize(100_000);
        assertThatThrownBy(() -> text(answer, 99_999))
                .isInstanceOf(BodyTooLargeException.class)
                .hasMessage("body size limit exceeded");
    }

    @Test
    void read_badlyPackedBody_isAnError() {
        Map<String, String> headers = Map.of("Content-Encoding", "gzip");
        assertThatThrownBy(() -> text(answerOf(headers, "no gzip".getBytes(StandardCharsets.UTF_8)), 0))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> text(answerOf(headers, Arrays.copyOf(gzip("abc"), 15)), 0))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> text(answerOf(Map.of("Content-Encoding", "br"), new byte[1]), 0))
                .hasMessage("content encoding br (expected: gzip or none)");
    }

    @Test
    void fetch_endlessBody_isCutOffAtTheLimit() {
        CountDownLatch ended = new CountDownLatch(1);
        server.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[1 << 16]);
                }
            } catch (IOException cutOff) {
                ended.countDown();
            }
        });
        assertThat(fetch("{}", server.uri("/endless"), LONG, 1_000_000))
                .isEqualTo(new Fetched.Failed("body size limit exceeded"));
        assertThat(await(ended)).as("the server notices").isTrue();
    }

    @Test
    void fetch_serverThatHangs_endsAtTheDeadline() {
        CountDownLatch forever = new CountDownLatch(1);
        server.on("/headers", exchange -> await(forever));
        server.on("/body", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(forever);
        });
        assertThat(fetch("{}", server.uri("/headers"), SHORT, 0))
                .isEqualTo(new Fetched.Failed("context deadline exceeded"));
        assertThat(fetch("{}", server.uri("/body"), SHORT, 0))
                .isEqualTo(new Fetched.Failed("context deadline exceeded"));
        forever.countDown();
    }

    @Test
    void fetch_nobodyThere_saysSo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(fetch("{}", URI.create("http://127.0.0.1:" + free + "/"), LONG, 0))
                .isEqualTo(new Fetched.Failed("connection refused"));
        assertThat(fetch("{}", URI.create("http://no-such-host.invalid/"), LONG, 0))
                .isEqualTo(new Fetched.Failed("no such host"));
    }

    @Test
    void fetch_hostThatJavaRefuses_isAskedByItsAddress() {
        assertThat(fetch("{}", URI.create("http://no_such_host.invalid:9100/"), LONG, 0))
                .isEqualTo(new Fetched.Failed("no such host"));
        assertThat(fetch("{}", URI.create("http://a_b:port/"), LONG, 0))
                .isEqualTo(new Fetched.Failed("port: \"port\" (expected: 1 to 65535)"));
        HttpRequestSpec asked = new HttpRequestSpec(URI.create("http://127.0.0.1:1/x?y=z"), Map.of(), LONG, 0);
        assertThat(OddHosts.resolved(asked).uri()).isEqualTo(asked.uri());
    }

    @Test
    void fetch_credentials_areReadAnewEachTime() throws IOException {
        server.on(
                "/",
                exchange -> WebServer.answer(
                        exchange,
                        200,
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
        Path file = Files.writeString(folder.resolve("password"), "first\n");
        try (JdkHttpFetcher fetcher = fetcher("basic_auth: {username: u, password_file: password}")) {
            assertThat(text(fetcher)).isEqualTo("Basic dTpmaXJzdA==");
            Files.writeString(file, "second");
            assertThat(text(fetcher)).isEqualTo("Basic dTpzZWNvbmQ=");
            Files.delete(file);
            assertThat(fetcher.fetch(request(server.uri("/"), LONG, 0)).join())
                    .isEqualTo(new Fetched.Failed(file + ": no such file"));
        }
        assertThat(text(fetcher("bearer_token: t0k"))).isEqualTo("Bearer t0k");
        assertThat(text(fetcher("authorization: {type: Token, credentials: abc}")))
                .isEqualTo("Token abc");
        assertThat(text(fetcher("{}"))).isEqualTo("null");
    }

    @Test
    void fetch_headersOfTheConfiguration_areSent() throws IOException {
        server.on(
                "/",
                exchange -> WebServer.answer(
                        exchange,
                        200,
                        String.valueOf(exchange.getRequestHeaders().get("X-Scope"))));
        assertThat(text(fetcher("http_headers: {X-Scope: {values: [a], secrets: [b]}}")))
                .isEqualTo("[a, b]");
    }

    @Test
    void fetch_redirects_asConfigured() throws IOException {
        server.on("/from", exchange -> {
            exchange.getResponseHeaders().set("Location", "/to");
            WebServer.answer(exchange, 302, "");
        });
        server.on("/to", exchange -> WebServer.answer(exchange, 200, "there"));
        assertThat(((Fetched.Answer) fetch("{}", server.uri("/from"), LONG, 0)).status())
                .isEqualTo(200);
        assertThat(((Fetched.Answer) fetch("follow_redirects: no", server.uri("/from"), LONG, 0)).statusText())
                .isEqualTo("302 Found");
    }

    @Test
    void fetch_throughAProxy_asksTheProxy() throws IOException {
        server.on(
                "/",
                exchange ->
                        WebServer.answer(exchange, 200, exchange.getRequestURI().toString()));
        String proxy = "proxy_url: '" + server.uri("") + "'";
        Fetched.Answer answer = (Fetched.Answer) fetch(proxy, URI.create("http://behind.example/metrics"), LONG, 0);
        assertThat(text(answer, 0)).contains("/metrics");
        assertThat(fetch(proxy + "\nno_proxy: '.example'", URI.create("http://behind.example/metrics"), LONG, 0))
                .isEqualTo(new Fetched.Failed("no such host"));
    }

    @Test
    void fetch_cancelled_givesUp() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch forever = new CountDownLatch(1);
        server.on("/", exchange -> {
            asked.countDown();
            await(forever);
        });
        CompletableFuture<Fetched> future = fetcher("{}").fetch(request(server.uri("/"), LONG, 0));
        assertThat(await(asked)).isTrue();
        future.cancel(true);
        assertThat(future).isDone();
        forever.countDown();
    }

    private String text(JdkHttpFetcher fetcher) throws IOException {
        return text(
                (Fetched.Answer)
                        fetcher.fetch(request(server.uri("/"), LONG, 0)).join(),
                0);
    }

    private Fetched fetch(String config, URI uri, Duration deadline, long most) {
        return fetcher(config).fetch(request(uri, deadline, most)).join();
    }

    private JdkHttpFetcher fetcher(String config) {
        Loaded<HttpConfig> loaded =
                YamlFile.parseVerbatim("p.yml", config).bind(section -> HttpConfig.bind(section, folder));
        return new JdkHttpFetcher(loaded.orThrow(), executor);
    }

    private static HttpRequestSpec request(URI uri, Duration deadline, long most) {
        return new HttpRequestSpec(uri, Map.of("Accept", "text/x"), deadline, most);
    }

    private static String text(Fetched.Answer answer, long most) throws IOException {
        Body body = new Body();
        body.read(answer, most);
        return new String(body.bytes(), 0, body.length(), StandardCharsets.UTF_8);
    }

    private static Fetched.Answer answerOf(Map<String, String> headers, byte[] body) {
        return new Fetched.Answer(200, headers, List.of(ByteBuffer.wrap(body)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
