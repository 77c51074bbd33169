package io.klamm.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.klamm.model.series.Labels;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves rows of Kafka-like data as pages of the text format, one after another and again from the first; made before anybody asks, and sent plain. */
final class ScrapedPages implements AutoCloseable {

    private static final int PAGES = 10;
    private static final String HIDDEN = "instance job";

    private final HttpServer server;
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final List<byte[]> pages = new ArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final int samples;

    ScrapedPages(int series) throws IOException {
        KafkaLikeData data = new KafkaLikeData(series, 0, 1);
        samples = data.size();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            names.add(name(data.labels(i)));
        }
        for (int page = 0; page < PAGES; page++) {
            data.next();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < samples; i++) {
                text.append(names.get(i))
                        .append(' ')
                        .append(number(data.value(i)))
                        .append('\n');
            }
            pages.add(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/metrics", this::answer);
        server.start();
    }

    private static String name(Labels labels) {
        StringBuilder text = new StringBuilder(labels.metricName()).append('{');
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.name(i).equals(Labels.NAME) && !HIDDEN.contains(labels.name(i))) {
                text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
                        .append(labels.name(i))
                        .append("=\"")
                        .append(labels.value(i))
                        .append('"');
            }
        }
        return text.append('}').toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] page = pages.get(served.get() % PAGES);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(page);
        }
        served.incrementAndGet();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Samples of a page. */
    int samples() {
        return samples;
    }

    /** Bytes of the first page. */
    int bytes() {
        return pages.get(0).length;
    }

    /** Pages that were sent whole. */
    int served() {
        return served.get();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
