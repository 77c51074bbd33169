package io.klamm.lab.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An HTTP endpoint on loopback that takes messages as Slack's webhooks do. What it answers is decided for each message, so that it can be busy or broken, too.
 */
public final class MessageSink implements AutoCloseable {

    private static final int BODY_LIMIT = 4 << 20;

    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * What was received.
     *
     * @param path of the request, from the first slash
     * @param body as text; of a longer one the first 4 MiB
     */
    public record Received(String method, String path, String body) {}

    /**
     * What is answered.
     *
     * @param status HTTP's
     * @param retryAfterSeconds told with it; negative for none
     * @param body a short text
     */
    public record Answer(int status, long retryAfterSeconds, String body) {

        /** As Slack says that it has the message. */
        public static final Answer OK = new Answer(200, -1, "ok");
    }

    private MessageSink(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens.
     *
     * @param port 0 for any that is free
     * @param answering asked for each message, on one thread at a time
     * @throws IOException if the port is taken
     */
    public static MessageSink start(int port, Function<Received, Answer> answering) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "klamm-lab-sink");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> take(exchange, answering));
        server.start();
        return new MessageSink(server, threads);
    }

    private static void take(HttpExchange exchange, Function<Received, Answer> answering) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(BODY_LIMIT), StandardCharsets.UTF_8);
            Answer answer = answering.apply(new Received(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body));
            if (answer.retryAfterSeconds() >= 0) {
                exchange.getResponseHeaders().set("Retry-After", Long.toString(answer.retryAfterSeconds()));
            }
            byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** For a configuration of webhooks: any path will do. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
