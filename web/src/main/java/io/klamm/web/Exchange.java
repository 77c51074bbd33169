package io.klamm.web;

import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request and the way to answer it; belongs to the event loop. */
final class Exchange {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** The status of answers that have no body, nor may say that it is empty. */
    private static final int NO_CONTENT = 204;

    private final HttpServerRequest request;
    private final HttpCounters counters;
    private final Future<Buffer> body;
    private final BodyLimit limit;
    private final String path;
    private String route = "other";

    Exchange(HttpServerRequest request, HttpCounters counters, Future<Buffer> body, BodyLimit limit) {
        this.request = request;
        this.counters = counters;
        this.body = body;
        this.limit = limit;
        String raw = request.path();
        this.path = raw == null ? "" : raw;
    }

    HttpServerRequest request() {
        return request;
    }

    /** The path as it was sent, not decoded. */
    String path() {
        return path;
    }

    /** Lets a body come that was held back until it was known who sends it. */
    void admit(int bodyBytes) {
        limit.raise(bodyBytes);
        request.resume();
    }

    /** What was sent after the headers, when it has come; fails when the client leaves before that. */
    Future<Buffer> body() {
        return body;
    }

    @Nullable
    String header(String name) {
        return request.getHeader(name);
    }

    String route() {
        return route;
    }

    /** Names the route under which the request is counted; a small, fixed set of names. */
    Exchange route(String name) {
        route = name;
        return this;
    }

    boolean isRead() {
        return isHead() || request.method().equals(HttpMethod.GET);
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    /** Where the client connects from, as one text. */
    String clientAddress() {
        var address = request.remoteAddress();
        String host = address == null ? null : address.hostAddress();
        return host == null ? "unknown" : host;
    }

    void send(ApiError error) {
        counters.error(error.code());
        send(Answer.error(error));
    }

    /** Sends an answer, and counts it as an error if it is one. */
    void counted(Answer answer) {
        if (answer.status() >= 400) {
            counters.error("status_" + answer.status());
        }
        send(answer);
    }

    /** Sends an answer with the headers that it has, and no others. */
    void sendExactly(Answer answer) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        counters.answered(route, answer.status());
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (isHead()) {
            response.end();
        } else {
            new BodyPump(response, answer.pieces()).start();
        }
    }

    void send(Answer answer) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        request.resume();
        begin(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.status() == NO_CONTENT) {
            response.end();
            return;
        }
        response.putHeader("Content-Type", answer.contentType());
        response.putHeader("Content-Length", Long.toString(answer.length()));
        if (isHead()) {
            response.end();
            return;
        }
        new BodyPump(response, answer.pieces()).start();
    }

    /** Writes the status and the headers that every answer has, and counts the answer. */
    HttpServerResponse begin(int status) {
        counters.answered(route, status);
        HttpServerResponse response = request.response().setStatusCode(status);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "no-referrer");
        response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.putHeader("Cache-Control", "no-store");
        return response;
    }

    /** Sends what fits into one buffer at once, and the rest as fast as the client takes it. */
    private static final class BodyPump {

        private static final int SLICE = 65_536;

        private final HttpServerResponse response;
        private final List<byte[]> pieces;
        private int piece;
        private int offset;

        BodyPump(HttpServerResponse response, List<byte[]> pieces) {
            this.response = response;
            this.pieces = pieces;
        }

        void start() {
            response.drainHandler(ready -> pump());
            pump();
        }

        private void pump() {
            while (!response.closed() && !response.ended()) {
                Buffer slice = slice();
                if (piece == pieces.size()) {
                    response.end(slice);
                    return;
                }
                response.write(slice);
                if (response.writeQueueFull()) {
                    return;
                }
            }
        }

        private Buffer slice() {
            Buffer slice = Buffer.buffer(SLICE);
            while (piece < pieces.size() && slice.length() < SLICE) {
                byte[] bytes = pieces.get(piece);
                int count = Math.min(bytes.length - offset, SLICE - slice.length());
                slice.appendBytes(bytes, offset, count);
                offset += count;
                if (offset == bytes.length) {
                    piece++;
                    offset = 0;
                }
            }
            return slice;
        }
    }
}
