package io.klamm.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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

    /** The body of a request, when it has come. One that is larger than allowed ends the connection. */
    Future<Buffer> requested(HttpServerRequest request, BodyLimit limit) {
        silent.remove(request.connection());
        Promise<Buffer> body = Promise.promise();
        Buffer received = Buffer.buffer();
        request.handler(bytes -> receive(request, received, bytes, limit));
        request.endHandler(ended -> body.tryComplete(received));
        request.exceptionHandler(body::tryFail);
        return body.future();
    }

    private void receive(HttpServerRequest request, Buffer received, Buffer bytes, BodyLimit limit) {
        if (received.length() > limit.bytes()) {
            return;
        }
        received.appendBuffer(bytes);
        if (received.length() > limit.bytes()) {
            counters.error("too_large");
            request.connection().close();
        }
    }
}
