package io.klamm.web;

import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every request comes in: checks what it may, finds who answers, and has the work done off the event loop. */
final class Front {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final String API = "/api/klamm/v1/";
    private static final List<String> API_ROUTES =
            List.of("brokers", "topics", "partitions", "groups", "lag", "clusters", "status");

    private final WebConfig.Limits limits;
    private final HttpCounters counters;
    private final Connections connections;
    private final Gate gate;
    private final Workers workers;
    private final Endpoints endpoints;

    /** Who does slow work: answers, what Prometheus's API does, logins and reloads never wait for one another. */
    record Workers(
            WorkerExecutor answers,
            PrometheusExchanges.Workers prometheus,
            AlertExchanges.Workers alerts,
            WorkerExecutor logins,
            WorkerExecutor reloads) {}

    /** Who answers what. */
    record Endpoints(
            Api api,
            Document openApi,
            MetricsPage metrics,
            Events events,
            Operations operations,
            Pages pages,
            BurrowExchanges burrow,
            PrometheusExchanges prometheus,
            AlertExchanges alerts) {

        /** How large the body of a request may be. */
        int bodyBytes(String path, WebConfig.Limits limits) {
            return prometheus.takesMuch(path)
                    ? limits.writeBytes()
                    : Math.max(limits.bodyBytes(), alerts.bodyBytes(path));
        }

        /** The same, but for what is Burrow's. */
        Endpoints with(BurrowExchanges other) {
            return new Endpoints(
                    api,
                    openApi,
                    metrics,
                    events,
                    operations,
                    pages,
                    other,
                    new PrometheusExchanges(Optional.empty(), 0),
                    new AlertExchanges(Optional.empty()));
        }
    }

    Front(
            WebConfig.Limits limits,
            HttpCounters counters,
            Connections connections,
            Gate gate,
            Workers workers,
            Endpoints endpoints) {
        this.limits = limits;
        this.counters = counters;
        this.connections = connections;
        this.gate = gate;
        this.workers = workers;
        this.endpoints = endpoints;
    }

    void handle(HttpServerRequest request) {
        BodyLimit limit = new BodyLimit(limits.bodyBytes());
        Exchange exchange = new Exchange(request, counters, connections.requested(request, limit), limit);
        int bodyBytes = endpoints.bodyBytes(exchange.path(), limits);
        if (bodyBytes > limits.bodyBytes()) {
            // Whoever sends much is asked first who he is.
            request.pause();
        }
        gate.pass(exchange, bodyBytes, isOpen(exchange), this::route, this::failed);
    }

    /** Whether nobody is asked who he is: probes, and browsers that ask what they may. */
    private boolean isOpen(Exchange exchange) {
        String path = exchange.path();
        return path.equals("/-/healthy")
                || path.equals("/-/ready")
                || endpoints.burrow().isProbe(path)
                || endpoints.prometheus().isPreflight(exchange);
    }

    private void route(Exchange exchange) {
        String path = exchange.path();
        if (endpoints.burrow().serves(path)) {
            endpoints.burrow().answer(exchange, workers.answers(), this::failed);
        } else if (endpoints.prometheus().serves(path)) {
            endpoints.prometheus().answer(exchange, workers.prometheus(), this::failed);
        } else if (endpoints.alerts().serves(path)) {
            endpoints.alerts().answer(exchange, workers.alerts(), this::failed);
        } else if (path.startsWith("/-/")) {
            operations(exchange, path);
        } else if (path.startsWith(API)) {
            api(exchange, path.substring(API.length()));
        } else if (path.startsWith("/api/") || path.equals("/api")) {
            exchange.send(
                    ApiError.notFound("path: unknown (expected: " + API + "...)", API + "openapi.yaml describes it"));
        } else if (path.equals("/metrics")) {
            read(
                    exchange.route("/metrics"),
                    () -> endpoints.metrics().answer(exchange.header("Accept"), exchange.header("Accept-Encoding")));
        } else {
            pages(exchange, path);
        }
    }

    private void pages(Exchange exchange, String path) {
        exchange.route(path.startsWith("/assets/") ? "/assets" : "/");
        read(exchange, () -> endpoints
                .pages()
                .answer(
                        path,
                        exchange.header("Accept"),
                        exchange.header("Accept-Encoding"),
                        exchange.header("X-Forwarded-Prefix")));
    }

    private void api(Exchange exchange, String path) {
        exchange.route(API + "*");
        String encoding = exchange.header("Accept-Encoding");
        if (path.equals("events")) {
            exchange.route(API + "events");
            if (allowed(exchange, exchange.isRead(), "GET, HEAD")) {
                endpoints.events().open(exchange);
            }
        } else if (path.equals("openapi.yaml")) {
            read(
                    exchange.route(API + path),
                    () -> ContentCoding.negotiated(endpoints.openApi().answer(), encoding));
        } else {
            String query = exchange.request().query();
            read(
                    exchange.route(apiRoute(path)),
                    () -> ContentCoding.negotiated(endpoints.api().answer(path, query), encoding));
        }
    }

    /** The name under which a path of the API is counted: its kind, without names of clusters, topics and groups. */
    private static String apiRoute(String path) {
        String[] segments = path.split("/", 4);
        String kind = segments.length > 2 ? segments[2] : segments[0];
        return API + (API_ROUTES.contains(kind) ? kind : "*");
    }

    private void operations(Exchange exchange, String path) {
        switch (path) {
            case "/-/healthy" -> read(exchange.route(path), () -> Answer.text(200, "healthy\n"));
            case "/-/ready" -> read(exchange.route(path), endpoints.operations()::ready);
            case "/-/reload" -> reload(exchange.route(path));
            default ->
                exchange.send(ApiError.notFound(
                        "path: unknown (expected: /-/healthy, /-/ready or /-/reload)", "/ is the page"));
        }
    }

    private void reload(Exchange exchange) {
        HttpMethod method = exchange.request().method();
        if (!allowed(exchange, method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT), "POST, PUT")) {
            return;
        }
        ApiError refused = Guard.refuseOrigin(
                exchange.header("Sec-Fetch-Site"), exchange.header("Origin"), exchange.header("Host"));
        if (refused != null) {
            exchange.send(refused);
            return;
        }
        answer(exchange, workers.reloads(), endpoints.operations()::reload);
    }

    private void read(Exchange exchange, Callable<Answer> work) {
        if (allowed(exchange, exchange.isRead(), "GET, HEAD")) {
            answer(exchange, workers.answers(), work);
        }
    }

    private boolean allowed(Exchange exchange, boolean allowed, String methods) {
        if (!allowed) {
            counters.error("method_not_allowed");
            exchange.send(Answer.error(new ApiError(
                            405,
                            "bad_request",
                            "method: " + exchange.request().method() + " (expected: " + methods + ")",
                            null))
                    .with("Allow", methods));
        }
        return allowed;
    }

    private void answer(Exchange exchange, WorkerExecutor worker, Callable<Answer> work) {
        worker.executeBlocking(work, false).onSuccess(exchange::counted).onFailure(cause -> failed(exchange, cause));
    }

    private void failed(Exchange exchange, Throwable cause) {
        LOG.error("answer: {} failed", exchange.route(), cause);
        counters.internalError(exchange.route(), cause);
        exchange.send(Answer.error(ApiError.internal()));
    }

    /** A request that is not HTTP as we take it: too long, or not well-formed. */
    void invalid(HttpServerRequest request) {
        Throwable cause =
                request.decoderResult() == null ? null : request.decoderResult().cause();
        int status = cause instanceof TooLongHttpLineException
                ? 414
                : cause instanceof TooLongHttpHeaderException ? 431 : 400;
        counters.error("bad_request");
        Exchange exchange = new Exchange(request, counters, Future.succeededFuture(Buffer.buffer()), new BodyLimit(0));
        exchange.send(Answer.error(new ApiError(
                        status,
                        "bad_request",
                        "request: not readable (expected: HTTP/1.1, line and headers of at most " + limits.headBytes()
                                + " bytes)",
                        null))
                .with("Connection", "close"));
        request.connection().close();
    }
}
