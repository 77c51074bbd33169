package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The HTTP API of a running server, as the sub-commands read it. */
final class ServerApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String url;
    private final @Nullable String password;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    /**
     * @param url base address, such as {@code http://127.0.0.1:8080}
     * @param password of the user {@code admin}, null where no login is asked for
     */
    ServerApi(String url, @Nullable String password) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.password = password;
    }

    String url() {
        return url;
    }

    /**
     * The body of {@code GET path}, below {@code /api/klamm/v1}.
     *
     * @throws UserException when there is no server, or it refuses
     */
    JsonNode get(String path) {
        HttpResponse<String> response = send(path);
        JsonNode body = parse(response);
        if (response.statusCode() != 200) {
            String hint = body.path("hint").asText("");
            throw new UserException(url + ": " + body.path("message").asText("status " + response.statusCode())
                    + (hint.isEmpty() ? "" : " (" + hint + ")"));
        }
        return body;
    }

    /** One segment of a path, percent-encoded. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<String> send(String path) {
        try {
            return client.send(request(path), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UserException("no answer from " + url + " (" + reason(e)
                    + "). Is a server running there? Start one with: klamm server");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("interrupted");
        }
    }

    private HttpRequest request(String path) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/klamm/v1" + path))
                    .timeout(TIMEOUT);
            if (password != null) {
                String login =
                        Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
                request.header("Authorization", "Basic " + login);
            }
            return request.build();
        } catch (IllegalArgumentException e) {
            throw new UserException("url: " + url + " (expected: such as http://127.0.0.1:8080)", UserException.USAGE);
        }
    }

    private JsonNode parse(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UserException(url + ": status " + response.statusCode()
                    + ", and no JSON (expected: the address of a Klamm server)");
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
