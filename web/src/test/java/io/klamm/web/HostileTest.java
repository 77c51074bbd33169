package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-meaning client sends. */
@Timeout(60)
class HostileTest {

    private final FakeViews views = new FakeViews(Readings.usual("main"));
    private final WebServer server = WebServerTest.server(
            new WebConfig(
                    "127.0.0.1",
                    0,
                    Optional.empty(),
                    List.of("Klamm.example"),
                    new WebConfig.Limits(8, 4, 8192, 65_536, 65_536, Duration.ofSeconds(2), Duration.ofSeconds(15))),
            views,
            List::of);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Sends bytes as they are, and reads until the server closes or falls silent for a second. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            int count = socket.getInputStream().read(buffer);
            while (count >= 0) {
                answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                count = socket.getInputStream().read(buffer);
            }
        } catch (IOException silent) {
            answer.append("");
        }
        return answer.toString();
    }

    private String get(String target) throws IOException {
        return raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/assets/../../../../etc/passwd",
                "/assets/..%2f..%2fWebServer.class",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/%00.js",
                "/..\\..\\x.js",
                "//etc/passwd.txt",
                "/assets/",
                "/assets",
                "/WebServer.class",
                "/../WebServer.class",
                "/../openapi.yaml",
                "/./index.htm",
                "/nothing",
                "/%zz",
                "/api",
                "/api/klamm/v2/clusters",
                "/-/nothing",
            })
    void get_pathOutside_isNotFound(String target) throws Exception {
        assertThat(get(target)).startsWith("HTTP/1.1 404").doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/klamm/v1/clusters/main/groups/%zz",
                "/api/klamm/v1/clusters/main/groups/%",
                "/api/klamm/v1/clusters/main/groups/%ff%fe",
                "/api/klamm/v1/clusters/main/topics?search=%",
            })
    void get_badEncoding_isABadRequest(String target) throws Exception {
        assertThat(get(target)).startsWith("HTTP/1.1 400").contains("bad_request");
    }

    @Test
    void get_lineEndInAName_doesNotSplitTheAnswer() throws Exception {
        String answer = get("/api/klamm/v1/clusters/main/groups/x%0d%0aSet-Cookie:%20a=b");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("x\\r\\nSet-Cookie: a=b");
        assertThat(answer.lines()).noneMatch(line -> line.startsWith("Set-Cookie"));
    }

    @Test
    void get_headersTooLarge_isRefused() throws Exception {
        String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("nosniff");
    }

    @Test
    void get_lineTooLong_isRefused() throws Exception {
        assertThat(get("/" + "x".repeat(9000))).contains(" 414 ");
    }

    @Test
    void get_notHttp_isRefused() throws Exception {
        assertThat(raw("\u0016\u0003\u0001 nonsense\r\n\r\n")).contains(" 400 ");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,200",
        "localhost:8080,200",
        "127.0.0.1,200",
        "[::1]:9,200",
        "klamm.EXAMPLE:80,200",
        "evil.example,403",
        "localhost.evil.example,403",
        "127.0.0.1.evil.example:8080,403",
        "localhost:x,403",
        "'',403",
    })
    void get_hostHeader_mustBeOurs(String host, int status) throws Exception {
        String answer = raw("GET /-/healthy HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void get_withoutHost_isRefused() throws Exception {
        assertThat(raw("GET / HTTP/1.0\r\n\r\n")).contains(" 403 ");
    }

    @Test
    void post_bodyAnnouncedTooLarge_isRefused() throws Exception {
        assertThat(raw("POST /-/reload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 70000\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void post_bodyWithoutEnd_endsTheConnection() throws Exception {
        StringBuilder request =
                new StringBuilder("POST /x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 20; i++) {
            request.append("1000\r\n").append("x".repeat(4096)).append("\r\n");
        }
        raw(request.toString());

        assertThat(Await.until(() -> server.status().errors(), errors -> errors.containsKey("too_large")))
                .containsEntry("too_large", 1L);
    }

    @Test
    void connect_tooMany_areClosedAtOnce() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sockets.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
        }
        Await.until(() -> server.status().counts().getOrDefault("connections", 0L), open -> open == 8);

        assertThat(get("/-/healthy")).isEmpty();

        for (Socket socket : sockets) {
            socket.close();
        }
        assertThat(Await.until(() -> get("/-/healthy"), answer -> answer.contains("200")))
                .contains("healthy");
    }

    @Test
    void connect_requestNeverEnds_isClosed() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            Await.until(() -> closed(socket), closed -> closed);
        }
        assertThat(Await.until(() -> server.status().counts().getOrDefault("connections", -1L), open -> open == 0))
                .isZero();
    }

    /** Sends one more byte of a header, as a client does that wants to seem alive. */
    private static boolean closed(Socket socket) {
        try {
            socket.getOutputStream().write('T');
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,405", "DELETE,405", "OPTIONS,405", "POST,200", "PUT,200"})
    void reload_onlyByChangingMethods(String method, int status) throws Exception {
        assertThat(new Client(server).send(method, "/-/reload").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site,403",
        "Sec-Fetch-Site,same-site,403",
        "Sec-Fetch-Site,same-origin,200",
        "Sec-Fetch-Site,none,200",
        "Origin,http://evil.example,403",
        "Origin,null,403",
        "Origin,http://localhost:1,403",
        "Origin,SELF,200",
    })
    void reload_fromAnotherSite_isRefused(String header, String value, int status) throws Exception {
        String own = "http://127.0.0.1:" + server.port();

        assertThat(new Client(server)
                        .send("POST", "/-/reload", header, value.replace("SELF", own))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void answers_all_haveTheSecurityHeaders() throws Exception {
        Client client = new Client(server);
        for (String target : List.of("/", "/metrics", "/nothing", "/-/healthy", "/api/klamm/v1/clusters")) {
            var headers = client.get(target).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }
}
