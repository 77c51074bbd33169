package io.klamm.web;

import io.klamm.storage.memory.MemoryStorage;
import io.klamm.web.alerts.AlertDoors;
import io.klamm.web.burrow.BurrowDoors;
import io.klamm.web.prometheus.ApiFixture;
import io.klamm.web.prometheus.PrometheusParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server with Prometheus's API over a store in memory, and what is needed to ask it over sockets. */
final class PrometheusServer implements AutoCloseable {

    final WebServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PrometheusServer(WebConfig config, PrometheusParts parts) throws IOException {
        this(config, parts, AlertDoors.none(), ApiFixture.CLOCK);
    }

    PrometheusServer(WebConfig config, PrometheusParts parts, AlertDoors alerts, Clock clock) throws IOException {
        server = new WebServer(
                config, new FakeViews(), BurrowDoors.none(), Optional.of(parts), alerts, List::of, "1.2.3", clock);
        server.start();
    }

    /** Over the samples of {@link ApiFixture}. */
    static PrometheusServer usual() throws IOException {
        MemoryStorage store = new MemoryStorage();
        ApiFixture.fill(store);
        return new PrometheusServer(WebConfig.loopback(0), ApiFixture.parts(store, store, Optional.empty()));
    }

    /** The same with alerting. */
    static PrometheusServer alerting(WebConfig config, AlertDoors alerts, Clock clock) throws IOException {
        MemoryStorage store = new MemoryStorage();
        ApiFixture.fill(store);
        return new PrometheusServer(config, ApiFixture.parts(store, store, Optional.empty()), alerts, clock);
    }

    URI url(String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(url(target)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String target, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(target);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> method(String method, String target, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(target).method(method, HttpRequest.BodyPublishers.noBody());
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> form(String target, String form) throws IOException, InterruptedException {
        return send(request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<byte[]> json(String method, String target, String body) throws IOException, InterruptedException {
        return send(request(target)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> post(String target, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(target).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    Socket socket() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
