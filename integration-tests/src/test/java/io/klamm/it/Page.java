package io.klamm.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A running server, asked over HTTP. */
final class Page {

    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    Page(int port) {
        this.url = "http://127.0.0.1:" + port;
    }

    String url() {
        return url;
    }

    String metrics() throws IOException, InterruptedException {
        return get("/metrics").body();
    }

    /** The value of the sample whose name and labels are these, as text; empty when there is none. */
    String metric(String series) throws IOException, InterruptedException {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1))
                .findFirst()
                .orElse("");
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return jsonOf("/api/klamm/v1" + path);
    }

    /** Whatever is answered at the path, as JSON. */
    JsonNode jsonOf(String path) throws IOException, InterruptedException {
        return mapper.readTree(get(path).body());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return client.send(
                request(path).POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10));
    }
}
