package io.klamm.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Holds clients to what they may use: how many connections, how long without a request, how large a body. Belongs to the event loop. */
final class Connections {

    private final Vertx vertx;
    private final WebConfig.Limits limits;
    private final HttpCounters counters;
    private final Set<HttpConnection> silent = Collections.newSetFromMap(new IdentityHashMap<>());
    private int open;

    Connections(Vertx vertx, WebConfig.Limits limits, HttpCounters counters) {
        this.vertx = vertx;
        this.limits = limits;
        this.counters = counters;
    }

    void opened(HttpConnection connection) {
        if (open >= limits.connections()) {
            counters.error("too_many_connections");
            connection.close();
            return;
        }
        counters.connections().set(++open);
        silent.add(connection);
        long timer = vertx.setTimer(limits.idle().toMillis(), late -> closeSilent(connection));
        connection.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            silent.remove(connection);
            counters.connections().set(--open);
        });
    }

    /** A client that sends its request byte by byte is never idle, but never asks anything either. */
    private void closeSilent(HttpConnection connection) {
        if (silent.remove(connection)) {
            counters.error("no_request");
            connection.close();
        }
    }

    /** Bodies are of no use here; one that is larger than allowed ends the connection. */
    void requested(HttpServerRequest request) {
        silent.remove(request.connection());
        long[] received = {0};
        request.handler(bytes -> {
            boolean within = received[0] <= limits.bodyBytes();
            received[0] += bytes.length();
            if (within && received[0] > limits.bodyBytes()) {
                counters.error("too_large");
                request.connection().close();
            }
        });
        request.exceptionHandler(gone -> {});
    }
}
