package io.klamm.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server on loopback. */
final class Client {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;

    Client(WebServer server) {
        this.base = "http://127.0.0.1:" + server.port();
    }

    HttpResponse<byte[]> bytes(String method, String target, String... headers)
            throws IOException, InterruptedException {
        return http.send(request(method, target, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(String method, String target, String... headers)
            throws IOException, InterruptedException {
        return http.send(request(method, target, headers), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String target, String... headers) throws IOException, InterruptedException {
        return send("GET", target, headers);
    }

    private HttpRequest request(String method, String target, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return (headers.length == 0 ? builder : builder.headers(headers)).build();
    }
}
