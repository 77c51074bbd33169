package io.klamm.discovery.http;

import io.klamm.config.Loaded;
import io.klamm.config.YamlList;
import io.klamm.discovery.client.Body;
import io.klamm.discovery.client.Fetched;
import io.klamm.discovery.client.HttpFetcher;
import io.klamm.discovery.client.HttpRequestSpec;
import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.group.TargetSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Asks a server for its list of targets. An answer that is no list changes nothing. */
final class HttpSource implements TargetSource {

    private static final String URL_LABEL = "__meta_url";
    private static final long MOST_BYTES = YamlList.LARGEST.bytes();
    private static final int OK = 200;

    private final HttpSourceConfig config;
    private final HttpFetcher fetcher;

    HttpSource(HttpSourceConfig config, HttpFetcher fetcher) {
        this.config = config;
        this.fetcher = fetcher;
    }

    @Override
    public String name() {
        return "http " + config.url();
    }

    @Override
    public Duration interval() {
        return config.refreshInterval();
    }

    @Override
    public CompletableFuture<Found> look() {
        Map<String, String> headers = Map.of(
                "Accept", "application/json",
                "Accept-Encoding", "gzip",
                "User-Agent", "Klamm",
                "X-Prometheus-Refresh-Interval-Seconds", seconds(config.refreshInterval()));
        return fetcher.fetch(new HttpRequestSpec(config.url(), headers, config.refreshInterval(), MOST_BYTES))
                .thenApply(this::found);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%f", duration.toMillis() / 1000.0);
    }

    private Found found(Fetched fetched) {
        if (fetched instanceof Fetched.Failed failed) {
            return failed(failed.reason());
        }
        Fetched.Answer answer = (Fetched.Answer) fetched;
        if (answer.status() != OK) {
            return failed("server returned HTTP status " + answer.statusText());
        }
        if (!answer.header("Content-Type").strip().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return failed(
                    "unsupported content type \"" + answer.header("Content-Type") + "\" (expected: application/json)");
        }
        Body body = new Body();
        try {
            body.read(answer, MOST_BYTES);
        } catch (IOException e) {
            return failed(String.valueOf(e.getMessage()));
        }
        return listed(new String(body.bytes(), 0, body.length(), StandardCharsets.UTF_8));
    }

    private Found listed(String text) {
        Loaded<List<TargetGroup>> loaded = YamlList.parse(config.url().toString(), text, TargetGroup::bind);
        if (loaded.value().isEmpty()) {
            return Found.failed(loaded.text());
        }
        List<TargetGroup> groups = loaded.value().get();
        return Found.all(IntStream.range(0, groups.size())
                .mapToObj(index -> groups.get(index)
                        .from(config.url() + ":" + index)
                        .with(URL_LABEL, config.url().toString()))
                .toList());
    }

    private Found failed(String reason) {
        return Found.failed(config.url() + ": " + reason);
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
