package io.klamm.web;

import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.klamm.web.login.Login;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a request in, or says why not: for the name it was sent to, for its size, or for who sends it. Belongs to the event loop. */
final class Gate {

    private final HttpCounters counters;
    private final Guard guard;
    private final Optional<Login> login;
    private final WorkerExecutor logins;

    /** @param login what is asked for; empty where nothing is */
    Gate(HttpCounters counters, Guard guard, Optional<Login> login, WorkerExecutor logins) {
        this.counters = counters;
        this.guard = guard;
        this.login = login;
        this.logins = logins;
    }

    /**
     * Checks a request.
     *
     * @param bodyBytes how large its body may be
     * @param open whether nobody is asked who he is
     * @param next told of a request that is let in
     * @param failed told of what went wrong
     */
    void pass(
            Exchange exchange,
            int bodyBytes,
            boolean open,
            Consumer<Exchange> next,
            BiConsumer<Exchange, Throwable> failed) {
        ApiError refused = guard.refuseHost(exchange.header("Host"));
        if (refused != null) {
            exchange.send(refused);
        } else if (tooLarge(exchange.header("Content-Length"), bodyBytes)) {
            exchange.send(new ApiError(
                    413, "bad_request", "body: too large (expected: at most " + bodyBytes + " bytes)", null));
        } else if (login.isEmpty() || open) {
            next.accept(exchange);
        } else {
            authenticate(exchange, login.get(), next, failed);
        }
    }

    private static boolean tooLarge(@Nullable String length, int bodyBytes) {
        return length != null && (!length.matches("[0-9]{1,9}") || Long.parseLong(length) > bodyBytes);
    }

    private void authenticate(
            Exchange exchange, Login required, Consumer<Exchange> next, BiConsumer<Exchange, Throwable> failed) {
        String authorization = exchange.header("Authorization");
        if (required.known(authorization)) {
            next.accept(exchange);
            return;
        }
        if (authorization == null) {
            denied(exchange, Login.Result.DENIED);
            return;
        }
        String address = exchange.clientAddress();
        logins.executeBlocking(() -> required.verify(authorization, address))
                .onSuccess(result -> {
                    if (result == Login.Result.OK) {
                        next.accept(exchange);
                    } else {
                        denied(exchange, result);
                    }
                })
                .onFailure(cause -> failed.accept(exchange, cause));
    }

    private void denied(Exchange exchange, Login.Result result) {
        if (result == Login.Result.TOO_MANY) {
            counters.error("too_many_logins");
            exchange.send(Answer.error(new ApiError(
                            429, "unauthorized", "login: too many failures (expected: at most 5 a minute)", null))
                    .with("Retry-After", "60"));
            return;
        }
        counters.error("unauthorized");
        exchange.send(Answer.error(new ApiError(
                        401,
                        "unauthorized",
                        "login: missing or wrong (expected: user admin and the password printed at the first start)",
                        null))
                .with("WWW-Authenticate", "Basic realm=\"Klamm\", charset=\"UTF-8\""));
    }
}
