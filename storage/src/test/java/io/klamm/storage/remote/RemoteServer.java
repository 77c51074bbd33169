package io.klamm.storage.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.klamm.storage.remote.read.ReadAnswer;
import io.klamm.storage.remote.read.RemoteReadHandler;
import io.klamm.storage.remote.write.RemoteWriteReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A small HTTP server on loopback for the remote protocols, as the real one would offer them. */
public final class RemoteServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public RemoteServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    public RemoteServer write(RemoteWriteReceiver receiver) {
        return answer("/api/v1/write", receiver::receive);
    }

    /** Has a path answered by a function. */
    public RemoteServer answer(String path, Function<RemoteCall, RemoteAnswer> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                send(exchange, answer.apply(call(exchange)));
            }
        });
        return this;
    }

    public RemoteServer read(RemoteReadHandler handler) {
        server.createContext("/api/v1/read", exchange -> {
            try (exchange) {
                ReadAnswer answer = handler.read(call(exchange));
                if (answer instanceof ReadAnswer.Whole whole) {
                    send(exchange, whole.answer());
                } else if (answer instanceof ReadAnswer.Streamed streamed) {
                    stream(exchange, streamed);
                }
            }
        });
        return this;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static RemoteCall call(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String client = exchange.getRemoteAddress().getAddress().getHostAddress();
        return new RemoteCall(client, headers, exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, RemoteAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static void stream(HttpExchange exchange, ReadAnswer.Streamed streamed) throws IOException {
        streamed.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody();
                ReadAnswer.Frames frames = streamed.frames()) {
            for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
                out.write(frame);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
