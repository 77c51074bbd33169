package io.klamm.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.YamlFile;
import io.klamm.discovery.client.Fetched;
import io.klamm.discovery.client.HttpConfig;
import io.klamm.discovery.client.HttpFetcher;
import io.klamm.discovery.client.HttpRequestSpec;
import io.klamm.discovery.group.Found;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HttpSourceTest {

    private final List<HttpRequestSpec> asked = new ArrayList<>();
    private Fetched answer = new Fetched.Failed("connection refused");

    private final HttpSource source = new HttpSource(
            new HttpSourceConfig(URI.create("http://inventory/targets"), Duration.ofSeconds(90), HttpConfig.DEFAULT),
            new HttpFetcher() {
                @Override
                public CompletableFuture<Fetched> fetch(HttpRequestSpec request) {
                    asked.add(request);
                    return CompletableFuture.completedFuture(answer);
                }

                @Override
                public void close() {}
            });

    @Test
    void look_list_becomesGroups() {
        answer = json(200, "application/json; charset=utf-8", """
                [{"targets": ["a:1", "a:2"], "labels": {"__meta_datacenter": "london"}}, {"targets": ["b:1"]}]
                """);
        Found found = source.look().join();
        assertThat(found.problems()).isEmpty();
        assertThat(found.groups().orElseThrow())
                .extracting(group -> group.source() + " " + group.targets().size() + " "
                        + group.labels().toMap())
                .containsExactly(
                        "http://inventory/targets:0 2 {__meta_datacenter=london, __meta_url=http://inventory/targets}",
                        "http://inventory/targets:1 1 {__meta_url=http://inventory/targets}");
        assertThat(asked.get(0).headers())
                .containsEntry("X-Prometheus-Refresh-Interval-Seconds", "90.000000")
                .containsEntry("Accept", "application/json");
    }

    @Test
    void look_whatIsNoList_changesNothingAndSaysWhy() {
        assertThat(problem()).isEqualTo("http://inventory/targets: connection refused");
        answer = json(503, "application/json", "[]");
        assertThat(problem())
                .isEqualTo("http://inventory/targets: server returned HTTP status 503 Service Unavailable");
        answer = json(200, "text/html", "[]");
        assertThat(problem())
                .isEqualTo(
                        "http://inventory/targets: unsupported content type \"text/html\" (expected: application/json)");
        answer = json(200, "application/json", "[{\"targets\": 5}, null]");
        assertThat(problem()).contains("[1]: empty (expected: a section with keys; or leave it out)");
        answer = json(200, "application/json", "{");
        assertThat(problem()).startsWith("http://inventory/targets:1: ");
    }

    @Test
    void bind_badAddress_isAProblem() {
        for (String url : List.of("ftp://a", "http:", "a b", "/targets")) {
            assertThat(YamlFile.parseVerbatim("p.yml", "url: '" + url + "'")
                            .bind(section -> HttpSourceConfig.bind(section, Path.of("")))
                            .text())
                    .contains("expected: an address such as http://inventory:8080/targets");
        }
    }

    private String problem() {
        Found found = source.look().join();
        assertThat(found.groups()).isEmpty();
        return String.join("\n", found.problems());
    }

    private static Fetched json(int status, String type, String text) {
        return new Fetched.Answer(
                status, Map.of("content-type", type), List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }
}
