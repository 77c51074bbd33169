package io.klamm.web;

import io.klamm.promql.budget.Cancellation;
import io.klamm.storage.remote.read.ReadAnswer;
import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.klamm.web.prometheus.PrometheusAnswer;
import io.klamm.web.prometheus.PrometheusApi;
import io.klamm.web.prometheus.PrometheusRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Has Prometheus's API answer, on threads of its own, and stops a query whose client has left. Queries, names, writes and reads do not wait for one another: what
 * others write must not stand behind what somebody asks, nor a slow reader before everybody's questions.
 */
final class PrometheusExchanges {

    private static final long PATIENCE_SECONDS = 60;

    /** Zstandard is smaller by two fifths, but takes longer; so it is for who prefers it. */
    private static final List<String> CODINGS = List.of(Negotiation.GZIP, Negotiation.DEFLATE, Negotiation.ZSTD);

    private final Optional<PrometheusApi> api;
    private final int writeBytes;

    /** Threads for each kind of request. */
    record Workers(WorkerExecutor queries, WorkerExecutor lookups, WorkerExecutor writes, WorkerExecutor reads) {

        private static final int FEW = 2;
        private static final int READS = 4;

        /** As many queries at once as there are processors, so that collecting always has its share of them. */
        static Workers of(Vertx vertx) {
            int processors = Runtime.getRuntime().availableProcessors();
            return new Workers(
                    vertx.createSharedWorkerExecutor(
                            "klamm-web-queries", Math.max(FEW, processors), 10, TimeUnit.MINUTES),
                    vertx.createSharedWorkerExecutor("klamm-web-lookups", FEW, 10, TimeUnit.MINUTES),
                    vertx.createSharedWorkerExecutor(
                            "klamm-web-writes", Math.max(FEW, processors), 10, TimeUnit.MINUTES),
                    vertx.createSharedWorkerExecutor("klamm-web-reads", READS, 1, TimeUnit.HOURS));
        }

        WorkerExecutor of(PrometheusApi.Kind kind) {
            return switch (kind) {
                case QUERY -> queries;
                case LOOKUP -> lookups;
                case WRITE -> writes;
                case READ -> reads;
            };
        }
    }

    /**
     * @param api empty where there is no store to ask
     * @param writeBytes how much may be written at once
     */
    PrometheusExchanges(Optional<PrometheusApi> api, int writeBytes) {
        this.api = api;
        this.writeBytes = writeBytes;
    }

    boolean serves(String path) {
        return PrometheusApi.serves(path);
    }

    /** Whether a request there may have a large body. */
    boolean takesMuch(String path) {
        return api.isPresent() && api.get().takesMuch(path);
    }

    /** Whether a browser asks what a page of another site may; it does so without a login, and is told nothing else. */
    boolean isPreflight(Exchange exchange) {
        return api.isPresent()
                && exchange.request().method().equals(HttpMethod.OPTIONS)
                && serves(exchange.path())
                && !takesMuch(exchange.path());
    }

    /** @param failed told of what went wrong */
    void answer(Exchange exchange, Workers workers, BiConsumer<Exchange, Throwable> failed) {
        exchange.route(PrometheusApi.route(exchange.path()));
        if (api.isEmpty()) {
            exchange.send(plainOrZipped(exchange, PrometheusApi.noStore()));
            return;
        }
        WorkerExecutor worker = workers.of(PrometheusApi.kind(exchange.path()));
        String method = exchange.request().method().name();
        ApiError refused = PrometheusApi.changes(method, exchange.path())
                ? Guard.refuseOrigin(
                        exchange.header("Sec-Fetch-Site"), exchange.header("Origin"), exchange.header("Host"))
                : null;
        if (refused != null) {
            exchange.send(refused);
            return;
        }
        if (takesMuch(exchange.path())) {
            exchange.admit(writeBytes);
        }
        Cancellation cancellation = new Cancellation();
        exchange.request().response().closeHandler(closed -> cancellation.cancel());
        // A body that does not come is that of a client that has gone: nobody is left to be answered.
        exchange.body().onSuccess(body -> worker.executeBlocking(
                        () -> made(exchange, asked(exchange, method, body, cancellation)), false)
                .onSuccess(made -> send(exchange, made, worker))
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

    /** Made ready by whoever made the answer: to zip it, it does not queue up again. */
    private static Made made(Exchange exchange, PrometheusAnswer answer) {
        return new Made(answer, answer.frames() == null ? plainOrZipped(exchange, answer) : null);
    }

    /**
     * An answer.
     *
     * @param whole as it is to be sent; null for one that is a stream
     */
    private record Made(PrometheusAnswer answer, @Nullable Answer whole) {}

    private static void send(Exchange exchange, Made made, WorkerExecutor worker) {
        PrometheusAnswer answer = made.answer();
        ReadAnswer.Frames frames = answer.frames();
        if (made.whole() != null) {
            exchange.send(made.whole());
        } else if (frames != null) {
            HttpServerResponse response = exchange.begin(answer.status()).setChunked(true);
            response.putHeader("Content-Type", answer.contentType());
            answer.headers().forEach(response::putHeader);
            worker.executeBlocking(() -> pump(frames, response), false)
                    .onFailure(cause -> exchange.request().connection().close());
        }
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
        if (answer.headers().containsKey("Content-Encoding")) {
            return plain;
        }
        Answer sent = ContentCoding.negotiated(plain, exchange.header("Accept-Encoding"), CODINGS);
        return exchange.header("Origin") == null ? sent : sent.with("Vary", "Accept-Encoding, Origin");
    }

    private static Map<String, String> headers(Exchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.request().headers().forEach((name, value) -> headers.putIfAbsent(name, value));
        return headers;
    }
}
