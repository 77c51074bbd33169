package io.klamm.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.klamm.config.YamlFile;
import io.klamm.discovery.group.BrokerList;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.scrape.pool.Health;
import io.klamm.scrape.pool.Readings;
import io.klamm.scrape.pool.TargetStatus;
import io.klamm.storage.memory.MemoryStorage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real sockets and threads, with what is configured for a real server: a login, packed pages, parameters, headers. */
class ScrapeManagerTest {

    private record Asked(String uri, Headers headers) {}

    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final MemoryStorage store = new MemoryStorage();
    private final ScrapeManager manager = new ScrapeManager(Clock.systemUTC(), store, BrokerList.none(), "test");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/probe", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        manager.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean known = "Basic dTpw".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(known ? 200 : 401, 0);
        try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
            out.write("m{x=\"1\"} 1\n".getBytes(StandardCharsets.UTF_8));
        }
        asked.add(new Asked(exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
    }

    @Test
    void apply_realServer_isAskedAsConfiguredAndItsPagesAreKept() throws InterruptedException {
        manager.apply(file("p"));
        Asked first = next();
        // An exchange begins when the one before has been written.
        next();
        manager.close();
        assertThat(first.uri()).isEqualTo("/probe?module=kafka");
        assertThat(first.headers().getFirst("Accept")).contains("text/plain;version=0.0.4");
        assertThat(first.headers().getFirst("X-own")).isEqualTo("yes");
        assertThat(first.headers().getFirst("X-prometheus-scrape-timeout-seconds"))
                .isEqualTo("0.5");
        assertThat(Readings.ofPages(store))
                .singleElement()
                .asString()
                .startsWith("{__name__=\"m\", instance=\"127.0.0.1:" + port() + "\", job=\"real\", x=\"1\"} 1.0@");
        asked.clear();
        assertThat(asked.poll(700, TimeUnit.MILLISECONDS))
                .as("nobody asks any more")
                .isNull();
    }

    @Test
    void apply_otherPassword_isUsedFromThenOn() throws InterruptedException {
        manager.apply(file("wrong"));
        scrapeUntil(status -> status.lastError().equals("server returned HTTP status 401 Unauthorized"));
        manager.apply(file("p"));
        scrapeUntil(status -> status.health() == Health.UP);
    }

    private void scrapeUntil(Predicate<TargetStatus> wanted) throws InterruptedException {
        for (int i = 0; i < 30 && !wanted.test(status()); i++) {
            next();
        }
        assertThat(status()).matches(wanted);
    }

    private TargetStatus status() {
        return manager.view().pools().get(0).active().get(0).status();
    }

    private Asked next() throws InterruptedException {
        Asked one = asked.poll(30, TimeUnit.SECONDS);
        assertThat(one).as("asked within 30 seconds").isNotNull();
        return one;
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private PrometheusFile file(String password) {
        String yaml = """
                scrape_configs:
                  - job_name: real
                    scrape_interval: 500ms
                    metrics_path: /probe
                    params: {module: [kafka]}
                    basic_auth: {username: u, password: PASSWORD}
                    http_headers: {X-Own: {values: ['yes']}}
                    static_configs: [{targets: ['127.0.0.1:PORT']}]
                """;
        return YamlFile.parseVerbatim(
                        "p.yml", yaml.replace("PORT", String.valueOf(port())).replace("PASSWORD", password))
                .bind(section -> PrometheusFile.bind(section, Path.of(""), Set.of()))
                .orThrow();
    }
}
