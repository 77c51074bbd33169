package io.klamm.cmd.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.klamm.testing.Conformance;
import io.klamm.testing.ManualClock;
import io.klamm.web.BurrowConfig;
import io.klamm.web.MetricsProfile;
import io.klamm.web.WebConfig;
import io.klamm.web.WebServer;
import io.klamm.web.burrow.BurrowDoors;
import io.klamm.web.burrow.BurrowOptions;
import io.klamm.web.burrow.LogLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every answer of a real Burrow that was recorded: ours, over a socket, has the same status, headers and bytes. */
class BurrowGoldenTest {

    private static final BurrowOptions STRICT = new BurrowOptions("*", false, false, true);

    private final AtomicInteger readyCalls = new AtomicInteger();
    private volatile LogLevel level = LogLevel.INFO;

    @Test
    void exchanges_all_areAsBurrowAnswers() throws IOException {
        List<Path> files = Conformance.files("burrow", ".json");
        assumeFalse(files.isEmpty(), "no conformance data");
        List<String> failures = new ArrayList<>();
        for (Path file : files) {
            JsonNode exchanges = new ObjectMapper().readTree(file.toFile()).path("exchanges");
            if (!exchanges.isEmpty()) {
                List<String> failed = run(exchanges);
                System.out.println(file.getFileName() + ": " + (exchanges.size() - failed.size()) + " passed, "
                        + failed.size() + " failed");
                failures.addAll(failed);
            }
        }
        assertThat(failures).isEmpty();
    }

    private List<String> run(JsonNode exchanges) throws IOException {
        List<String> failures = new ArrayList<>();
        // Whoever recorded them asked once while the program was starting, and then no more.
        BurrowBoard board = new BurrowBoard(() -> readyCalls.getAndIncrement() > 0, BurrowFixture::modules);
        board.show(List.of(new BurrowFixture().keeper()));
        try (WebServer server = server(board)) {
            server.start();
            for (JsonNode exchange : exchanges) {
                String failure = difference(exchange, send(server.burrowPorts().get(0), exchange));
                if (!failure.isEmpty()) {
                    failures.add(exchange.path("method").asText() + " "
                            + exchange.path("path").asText() + ": " + failure);
                }
            }
        }
        return failures;
    }

    private WebServer server(BurrowBoard board) {
        WebConfig config = new WebConfig(
                "127.0.0.1",
                0,
                Optional.empty(),
                List.of(),
                WebConfig.Limits.USUAL,
                MetricsProfile.USUAL,
                new BurrowConfig(false, List.of(new BurrowConfig.Listener("127.0.0.1", 0)), STRICT));
        BurrowDoors doors = new BurrowDoors(board, change -> {
            level = change.orElse(level);
            return level;
        });
        ClusterBoard clusters = new ClusterBoard();
        return new WebServer(config, clusters, doors, List::of, "1", new ManualClock(BurrowFixture.NOW));
    }

    private RawHttp.Response send(int port, JsonNode exchange) throws IOException {
        // The requests that set the level may not be among the recorded ones.
        JsonNode shown = body(exchange.path("body").asText()).path("level");
        level = LogLevel.of(shown.asText()).orElse(level);
        return RawHttp.send(
                port,
                exchange.path("method").asText(),
                exchange.path("path").asText(),
                exchange.path("request_body").isNull()
                        ? ""
                        : exchange.path("request_body").asText());
    }

    private static JsonNode body(String text) {
        try {
            return new ObjectMapper().readTree(text.startsWith("{") ? text.replace("TIME", "0") : "{}");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String difference(JsonNode exchange, RawHttp.Response response) {
        if (response.status() != exchange.path("status").asInt()) {
            return "status " + response.status() + " (expected: " + exchange.path("status") + ")";
        }
        SortedMap<String, String> expected = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.path("headers")
                .properties()
                .forEach(header ->
                        expected.put(header.getKey(), header.getValue().asText()));
        SortedMap<String, String> found = new TreeMap<>(response.headers());
        found.keySet().removeAll(List.of("Content-Length", "content-length", "Date", "Connection", "connection"));
        if (!found.equals(expected)) {
            return "headers " + found + " (expected: " + expected + ")";
        }
        String body = AnyOrder.sorted(masked(response.body()));
        String wanted = AnyOrder.sorted(exchange.path("body").asText());
        return body.equals(wanted) ? "" : "body\n" + body + "\n(expected:)\n" + wanted;
    }

    /** Without what is of that machine and that minute. */
    private static String masked(String body) {
        String masked = body.replaceAll("\"(timestamp|observedAt)\":[0-9]+", "\"$1\":TIME")
                .replaceAll("\"host\":\"[^\"]*\"", "\"host\":\"HOST\"");
        return masked.startsWith("# HELP") ? masked.stripTrailing() : masked;
    }
}
