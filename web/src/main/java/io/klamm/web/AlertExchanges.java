package io.klamm.web;

import io.klamm.web.alertmanager.AlertmanagerApi;
import io.klamm.web.alerts.AlertsApi;
import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.klamm.web.http.Request;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Has alerts, rules and silences answered, on threads of their own, and stops a back-test whose client has left. Belongs to the event loop. */
final class AlertExchanges {

    private static final int RULE_FILE_BYTES = 1 << 20;
    private static final int ALERTS_BYTES = 8 << 20;
    private static final int MOST_SLOW = 4;

    private final Optional<Apis> apis;
    private final AtomicInteger slow = new AtomicInteger();

    /** Klamm's own API, and Alertmanager's. */
    record Apis(AlertsApi own, AlertmanagerApi alertmanager) {

        Answer answer(Request request) throws InterruptedException {
            return AlertsApi.serves(request.path()) ? own.answer(request) : alertmanager.answer(request);
        }
    }

    /** Threads for what waits for the disk at most, and for what takes its time. */
    record Workers(WorkerExecutor quick, WorkerExecutor slow) {

        static Workers of(Vertx vertx) {
            return new Workers(
                    vertx.createSharedWorkerExecutor("klamm-web-alerts", 2, 10, TimeUnit.MINUTES),
                    vertx.createSharedWorkerExecutor("klamm-web-backtests", 2, 1, TimeUnit.HOURS));
        }
    }

    /** @param apis empty on a port that is another API's */
    AlertExchanges(Optional<Apis> apis) {
        this.apis = apis;
    }

    boolean serves(String path) {
        return apis.isPresent() && (AlertsApi.serves(path) || AlertmanagerApi.serves(path));
    }

    /** How large a body may be there; 0 for the usual size. */
    int bodyBytes(String path) {
        if (!serves(path)) {
            return 0;
        }
        if (AlertmanagerApi.takesMuch(path)) {
            return ALERTS_BYTES;
        }
        return AlertsApi.takesText(path) ? RULE_FILE_BYTES : 0;
    }

    /** @param failed told of what went wrong */
    void answer(Exchange exchange, Workers workers, BiConsumer<Exchange, Throwable> failed) {
        String path = exchange.path();
        exchange.route(AlertsApi.serves(path) ? AlertsApi.route(path) : AlertmanagerApi.route(path));
        ApiError refused = exchange.isRead()
                ? null
                : Guard.refuseOrigin(
                        exchange.header("Sec-Fetch-Site"), exchange.header("Origin"), exchange.header("Host"));
        if (refused != null) {
            exchange.send(refused);
            return;
        }
        exchange.admit(bodyBytes(path));
        // A body that does not come is that of a client that has gone: nobody is left to be answered.
        exchange.body().onSuccess(body -> {
            if (AlertsApi.isSlow(path)) {
                slowly(exchange, request(exchange, body), workers.slow(), failed);
            } else {
                workers.quick()
                        .executeBlocking(() -> answered(request(exchange, body)), false)
                        .onSuccess(answer -> send(exchange, answer))
                        .onFailure(cause -> failed.accept(exchange, cause));
            }
        });
    }

    private void slowly(
            Exchange exchange, Request request, WorkerExecutor worker, BiConsumer<Exchange, Throwable> failed) {
        if (slow.incrementAndGet() > MOST_SLOW) {
            slow.decrementAndGet();
            exchange.send(ApiError.notReady(
                    "back-tests: " + MOST_SLOW + " at work (expected: fewer)", "try it again in a minute"));
            return;
        }
        Interruption interruption = new Interruption();
        exchange.request().response().closeHandler(closed -> interruption.interrupt());
        worker.executeBlocking(() -> interruption.call(() -> answered(request)), false)
                .onComplete(done -> slow.decrementAndGet())
                .onSuccess(answer -> send(exchange, answer))
                .onFailure(cause -> abandonedOrFailed(exchange, cause, failed));
    }

    private static void abandonedOrFailed(Exchange exchange, Throwable cause, BiConsumer<Exchange, Throwable> failed) {
        if (!(cause instanceof InterruptedException)) {
            failed.accept(exchange, cause);
        }
    }

    private Answer answered(Request request) throws InterruptedException {
        return apis.orElseThrow().answer(request);
    }

    private static Request request(Exchange exchange, Buffer body) {
        return new Request(
                exchange.request().method().name(),
                exchange.path(),
                exchange.request().query(),
                exchange.header("Content-Type"),
                body.toString(StandardCharsets.UTF_8));
    }

    private static void send(Exchange exchange, Answer answer) {
        exchange.counted(ContentCoding.negotiated(answer, exchange.header("Accept-Encoding")));
    }
}
