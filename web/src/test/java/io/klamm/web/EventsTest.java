package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ComponentStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventsTest {

    private final FakeViews views = new FakeViews(Readings.usual("main"), Readings.starting("new"));
    private final List<Socket> sockets = new ArrayList<>();
    private WebServer server = server(64, Duration.ofSeconds(15));

    private WebServer server(int clients, Duration heartbeat) {
        WebConfig.Limits limits =
                new WebConfig.Limits(512, clients, 8192, 65_536, 65_536, Duration.ofSeconds(60), heartbeat);
        WebConfig config = new WebConfig("127.0.0.1", 0, Optional.empty(), List.of(), limits);
        return WebServerTest.server(config, views, List::of);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    /** A client of the stream that reads line by line. */
    private BufferedReader connect() throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), 5000);
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write("GET /api/klamm/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader reader, String start) throws IOException {
        String line = reader.readLine();
        while (line != null && !line.startsWith(start)) {
            line = reader.readLine();
        }
        return line == null ? "the end" : line;
    }

    private long clients() {
        return server.status().counts().getOrDefault("event clients", -1L);
    }

    @Test
    void events_connected_oneOfEachClusterAtOnce() throws Exception {
        server.start();
        BufferedReader reader = connect();

        assertThat(next(reader, "HTTP/1.1")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(next(reader, "Content-Type")).isEqualTo("Content-Type: text/event-stream");
        assertThat(next(reader, "event")).isEqualTo("event: snapshot");
        assertThat(next(reader, "data")).isEqualTo("data: {\"cluster\":\"main\",\"state\":\"warning\",\"cycle\":7}");
        assertThat(next(reader, "data")).isEqualTo("data: {\"cluster\":\"new\",\"state\":\"starting\",\"cycle\":0}");
    }

    @Test
    void events_published_reachAllClients() throws Exception {
        server.start();
        BufferedReader first = connect();
        BufferedReader second = connect();
        next(first, "data: {\"cluster\":\"new\"");
        next(second, "data: {\"cluster\":\"new\"");

        views.put(Readings.view("main", Readings.without("main"), ComponentStatus.State.ERROR));
        server.published("main");

        assertThat(next(first, "data")).contains("\"state\":\"error\",\"cycle\":8");
        assertThat(next(second, "data")).contains("\"state\":\"error\",\"cycle\":8");
    }

    @Test
    void events_nothingNew_aCommentKeepsThemOpen() throws Exception {
        server = server(64, Duration.ofMillis(20));
        server.start();
        BufferedReader reader = connect();
        next(reader, "data");

        assertThat(next(reader, ":")).isEqualTo(": still here");
        assertThat(next(reader, ":")).isEqualTo(": still here");
    }

    @Test
    void events_oneClientTooMany_isRefused() throws Exception {
        server = server(2, Duration.ofSeconds(15));
        server.start();
        next(connect(), "data");
        next(connect(), "data");

        var response = new Client(server).get("/api/klamm/v1/events");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(OpenApi.load().faults("/events", 503, response.body())).isEmpty();
        assertThat(response.body()).contains("too_many_clients");
    }

    @Test
    void events_clientLeaves_makesRoom() throws Exception {
        server = server(1, Duration.ofMillis(20));
        server.start();
        next(connect(), "data");
        sockets.get(0).close();

        assertThat(Await.until(this::clients, count -> count == 0)).isZero();
        assertThat(next(connect(), "data")).contains("main");
    }

    @Test
    void events_clientThatDoesNotRead_isDropped() throws Exception {
        server.start();
        connect();
        Await.until(this::clients, count -> count == 1);
        // A name this long fills what the kernel keeps for the client within a few thousand events.
        ClusterView large = Readings.starting("x".repeat(32_000));
        views.put(large);

        long left = Await.until(
                () -> {
                    for (int i = 0; i < 20; i++) {
                        server.published(large.name());
                    }
                    return clients();
                },
                count -> count == 0);

        assertThat(left).isZero();
        assertThat(server.status().errors()).containsEntry("slow_event_client", 1L);
    }

    @Test
    void events_manyClientsComeAndGo_noneIsForgotten() throws Exception {
        server.start();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 20; i++) {
                connect();
            }
            Await.until(this::clients, count -> count == 20);
            server.published("main");
            for (Socket socket : sockets) {
                socket.close();
            }
            sockets.clear();
            Await.until(this::clients, count -> count == 0);
        }
        assertThat(clients()).isZero();
    }

    @Test
    void events_head_ends() throws Exception {
        server.start();

        assertThat(new Client(server).send("HEAD", "/api/klamm/v1/events").statusCode())
                .isEqualTo(200);
        assertThat(clients()).isZero();
    }
}
