package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The HTTP API of a running server, as the sub-commands read it. */
final class ServerApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** A change waits for the disk, and an example for whoever receives it. */
    private static final Duration CHANGE_TIMEOUT = Duration.ofSeconds(60);

    /** A little more than what a server gives a query by itself. */
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(125);

    private static final Duration LONG_TIMEOUT = Duration.ofMinutes(15);

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
        return good(send(request("/api/klamm/v1" + path)));
    }

    private JsonNode good(HttpResponse<String> response) {
        JsonNode body = parse(response);
        if (response.statusCode() != 200) {
            String hint = body.path("hint").asText("");
            throw new UserException(url + ": " + body.path("message").asText("status " + response.statusCode())
                    + (hint.isEmpty() ? "" : " (" + hint + ")"));
        }
        return body;
    }

    /**
     * The answer to a request that may change something; an empty body of the server's is nothing.
     *
     * @param path from the root
     * @param body sent as JSON, null for none
     * @throws UserException when there is no server, or it refuses
     */
    JsonNode ask(String method, String path, @Nullable JsonNode body) {
        HttpResponse<String> response = sendJson(method, path, body, CHANGE_TIMEOUT);
        JsonNode answer = response.body().isEmpty() ? MissingNode.getInstance() : parse(response);
        if (response.statusCode() >= 300) {
            String reason = answer.isTextual()
                    ? answer.asText()
                    : answer.path("message").asText("");
            throw new UserException(url + ": " + (reason.isEmpty() ? "status " + response.statusCode() : reason));
        }
        return answer;
    }

    /**
     * The body of {@code POST path} with a JSON object of texts, below {@code /api/klamm/v1}; for answers that take their time.
     *
     * @throws UserException when there is no server, or it refuses
     */
    JsonNode post(String path, Map<String, String> question) {
        return good(sendJson("POST", "/api/klamm/v1" + path, json.valueToTree(question), LONG_TIMEOUT));
    }

    private HttpResponse<String> sendJson(String method, String path, @Nullable JsonNode body, Duration timeout) {
        HttpRequest.BodyPublisher sent = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        return send(request(path)
                .header("Content-Type", "application/json")
                .timeout(timeout)
                .method(method, sent));
    }

    /**
     * The answer to {@code POST path} with a form, below {@code /api/v1}.
     *
     * @param explained makes of the server's message one for a person
     * @throws UserException when there is no server, or it refuses
     */
    PrometheusAnswer prometheus(String path, Map<String, String> form, UnaryOperator<String> explained) {
        HttpResponse<String> response = send(request("/api/v1" + path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(QUERY_TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(form(form))));
        JsonNode body = parse(response);
        if (response.statusCode() == 404 && !body.has("status")) {
            throw new UserException(url + ": no Prometheus API (expected: --url with the address of a Prometheus)");
        }
        if (!body.path("status").asText().equals("success")) {
            throw new UserException(body.path("errorType").asText("status " + response.statusCode()) + ": "
                    + explained.apply(body.path("error").asText("no reason given")));
        }
        List<String> warnings = new ArrayList<>();
        body.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        body.path("infos").forEach(info -> warnings.add(info.asText()));
        return new PrometheusAnswer(body.path("data"), warnings);
    }

    /** Names and values as a form has them. */
    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** One segment of a path, percent-encoded. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UserException("no answer from " + url + " (" + reason(e)
                    + "). Is a server running there? Start one with: klamm server");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("interrupted");
        }
    }

    private HttpRequest.Builder request(String path) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
            if (password != null) {
                String login =
                        Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
                request.header("Authorization", "Basic " + login);
            }
            return request;
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
