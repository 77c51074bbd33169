package io.klamm.web;

import io.klamm.promql.budget.Cancellation;
import io.klamm.storage.remote.read.ReadAnswer;
import io.klamm.web.prometheus.PrometheusAnswer;
import io.klamm.web.prometheus.PrometheusApi;
import io.klamm.web.prometheus.PrometheusRequest;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Has Prometheus's API answer, on threads of its own, and stops a query whose client has left. */
final class PrometheusExchanges {

    private static final long PATIENCE_SECONDS = 60;

    private final Optional<PrometheusApi> api;
    private final int writeBytes;

    /**
     * @param api empty where there is no store to ask
     * @param writeBytes how much may be written at once
     */
    PrometheusExchanges(Optional<PrometheusApi> api, int writeBytes) {
        this.api = api;
        this.writeBytes = writeBytes;
    }

    boolean serves(String path) {
        return api.isPresent() && PrometheusApi.serves(path);
    }

    /** Whether a request there may have a large body. */
    boolean takesMuch(String path) {
        return serves(path) && PrometheusApi.takesMuch(path);
    }

    /** @param failed told of what went wrong */
    void answer(Exchange exchange, WorkerExecutor worker, BiConsumer<Exchange, Throwable> failed) {
        String method = exchange.request().method().name();
        exchange.route(PrometheusApi.route(exchange.path()));
        ApiError refused = PrometheusApi.changes(method, exchange.path())
                ? Guard.refuseOrigin(
                        exchange.header("Sec-Fetch-Site"), exchange.header("Origin"), exchange.header("Host"))
                : null;
        if (refused != null) {
            exchange.send(refused);
            return;
        }
        if (PrometheusApi.takesMuch(exchange.path())) {
            exchange.admit(writeBytes);
        }
        Cancellation cancellation = new Cancellation();
        exchange.request().response().closeHandler(closed -> cancellation.cancel());
        // A body that does not come is that of a client that has gone: nobody is left to be answered.
        exchange.body()
                .onSuccess(body -> worker.executeBlocking(() -> asked(exchange, method, body, cancellation), false)
                        .onSuccess(answer -> send(exchange, answer, worker, failed))
                        .onFailure(cause -> failed.accept(exchange, cause)));
    }

    private PrometheusAnswer asked(Exchange exchange, String method, Buffer body, Cancellation cancellation) {
        String query = exchange.request().query();
        return api.orElseThrow()
                .answer(new PrometheusRequest(
                        method,
                        exchange.path(),
                        query == null ? "" : query,
                        exchange.clientAddress(),
                        headers(exchange),
                        body.getBytes(),
                        cancellation));
    }

    private static void send(
            Exchange exchange, PrometheusAnswer answer, WorkerExecutor worker, BiConsumer<Exchange, Throwable> failed) {
        ReadAnswer.Frames frames = answer.frames();
        if (frames == null) {
            worker.executeBlocking(() -> plainOrZipped(exchange, answer), false)
                    .onSuccess(exchange::send)
                    .onFailure(cause -> failed.accept(exchange, cause));
            return;
        }
        HttpServerResponse response = exchange.begin(answer.status()).setChunked(true);
        response.putHeader("Content-Type", answer.contentType());
        answer.headers().forEach(response::putHeader);
        worker.executeBlocking(() -> pump(frames, response), false)
                .onFailure(cause -> exchange.request().connection().close());
    }

    /** Sends piece after piece, each when the one before is on its way. A stream that breaks off ends the connection, so that nobody takes it for whole. */
    private static boolean pump(ReadAnswer.Frames frames, HttpServerResponse response) throws Exception {
        try (frames) {
            for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
                sent(response.write(Buffer.buffer(frame)));
            }
            sent(response.end());
        }
        return true;
    }

    private static void sent(Future<Void> write) throws Exception {
        write.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Answer plainOrZipped(Exchange exchange, PrometheusAnswer answer) {
        Answer plain = Answer.of(answer.status(), answer.contentType(), answer.body());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            plain = plain.with(header.getKey(), header.getValue());
        }
        return answer.headers().containsKey("Content-Encoding")
                ? plain
                : Gzip.negotiated(plain, exchange.header("Accept-Encoding"));
    }

    private static Map<String, String> headers(Exchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.request().headers().forEach((name, value) -> headers.putIfAbsent(name, value));
        return headers;
    }
}
