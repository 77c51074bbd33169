package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.testing.ManualClock;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServerTest {

    private final FakeViews views = new FakeViews(Readings.usual("main"));
    private WebServer server = server(WebConfig.loopback(0), views, List::of);

    static WebServer server(WebConfig config, Views views, Reloader reloader) {
        return new WebServer(config, views, reloader, "1.2.3", new ManualClock(Readings.NOW));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Client start() throws IOException {
        server.start();
        return new Client(server);
    }

    @Test
    void healthy_started_answers() throws Exception {
        Client client = start();

        assertThat(client.get("/-/healthy").statusCode()).isEqualTo(200);
        assertThat(client.get("/-/ready").body()).isEqualTo("ready\n");
    }

    @Test
    void ready_oneClusterStarting_saysWhich() throws Exception {
        views.put(Readings.starting("other"));
        views.put(Readings.failed("broken"));
        Client client = start();

        var response = client.get("/-/ready");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("kafka other").doesNotContain("broken");
    }

    @Test
    void start_portTaken_saysSo() throws Exception {
        server.start();
        WebServer second = server(WebConfig.loopback(server.port()), views, List::of);

        assertThatThrownBy(second::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("listen: 127.0.0.1:" + server.port() + " (expected: a free port");
        second.close();
    }

    @Test
    void start_hostUnknown_saysSo() {
        WebConfig config =
                new WebConfig("no-such-host.invalid", 0, java.util.Optional.empty(), List.of(), WebConfig.Limits.USUAL);
        WebServer elsewhere = server(config, views, List::of);

        assertThatThrownBy(elsewhere::start).isInstanceOf(IOException.class).hasMessageContaining("no-such-host");
    }

    @Test
    void close_twice_isSafe() throws Exception {
        server.start();
        server.close();
        server.close();
        server.published("main");
    }

    @Test
    void status_afterRequests_countsByRoute() throws Exception {
        Client client = start();
        client.get("/-/healthy");
        client.get("/api/klamm/v1/clusters/main/topics/orders");
        client.get("/api/klamm/v1/clusters/none/topics");

        assertThat(server.status().requests())
                .containsEntry("/-/healthy", 1L)
                .containsEntry("/api/klamm/v1/topics", 2L);
        assertThat(server.status().errors()).containsEntry("status_404", 1L);
    }
}
