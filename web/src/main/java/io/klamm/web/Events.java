package io.klamm.web;

import io.klamm.web.http.ApiError;
import io.klamm.web.http.Json;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The stream of server-sent events. Everything but {@link #published} belongs to the event loop of one context. */
final class Events {

    /** Bytes that may wait for a slow client before it is dropped; it connects again and is told the newest state. */
    private static final int MOST_WAITING_BYTES = 16_384;

    private final Context context;
    private final Views views;
    private final HttpCounters counters;
    private final int mostClients;
    private final Set<HttpServerResponse> clients = new LinkedHashSet<>();

    Events(Context context, Views views, HttpCounters counters, int mostClients) {
        this.context = context;
        this.views = views;
        this.counters = counters;
        this.mostClients = mostClients;
    }

    /** Begins to send a comment to every client now and then, which also finds those that have left. */
    void start(Vertx vertx, long heartbeatMillis) {
        vertx.setPeriodic(heartbeatMillis, timer -> send(Buffer.buffer(": still here\n\n")));
    }

    void open(Exchange exchange) {
        if (clients.size() >= mostClients) {
            exchange.send(new ApiError(
                    503,
                    "too_many_clients",
                    "event clients: " + clients.size() + " (expected: at most " + mostClients + ")",
                    "close a page, or ask for the data itself now and then"));
            return;
        }
        HttpServerResponse response = exchange.begin(200)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("X-Accel-Buffering", "no");
        if (exchange.isHead()) {
            response.end();
            return;
        }
        response.setChunked(true).setWriteQueueMaxSize(MOST_WAITING_BYTES);
        response.exceptionHandler(gone -> forget(response));
        response.closeHandler(gone -> forget(response));
        clients.add(response);
        counters.eventClients().set(clients.size());
        response.write(all());
    }

    /** Tells every client that there is something new of a cluster; from any thread. */
    void published(String cluster) {
        context.runOnContext(now -> {
            for (ClusterView view : views.clusters()) {
                if (view.name().equals(cluster)) {
                    send(event(view));
                }
            }
        });
    }

    private Buffer all() {
        Buffer events = Buffer.buffer();
        List<ClusterView> all = views.clusters();
        all.forEach(view -> events.appendBuffer(event(view)));
        // Without a cluster there is no event, and a comment tells the client that it is connected.
        return all.isEmpty() ? Buffer.buffer(": connected\n\n") : events;
    }

    private static Buffer event(ClusterView view) {
        byte[] data = Json.write(json -> ClusterJson.event(json, view));
        return Buffer.buffer("event: snapshot\ndata: " + new String(data, StandardCharsets.UTF_8) + "\n\n");
    }

    private void send(Buffer message) {
        for (HttpServerResponse client : List.copyOf(clients)) {
            if (client.closed()) {
                forget(client);
            } else if (client.writeQueueFull()) {
                counters.error("slow_event_client");
                forget(client);
                client.reset();
            } else {
                client.write(message);
            }
        }
    }

    private void forget(HttpServerResponse client) {
        clients.remove(client);
        counters.eventClients().set(clients.size());
    }
}
