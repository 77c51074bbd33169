package io.klamm.web;

import io.klamm.web.login.Login;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens ports, all on one event loop and with the same limits: what clients use on one, they do not have on another. */
final class Listening {

    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final Context context;
    private final WebConfig config;
    private final HttpCounters counters;
    private final Connections connections;
    private final Optional<Login> login;
    private final Front.Workers workers;

    /** @param login what those ask for that are not on loopback */
    Listening(
            Vertx vertx,
            Context context,
            WebConfig config,
            HttpCounters counters,
            Optional<Login> login,
            Front.Workers workers) {
        this.vertx = vertx;
        this.context = context;
        this.config = config;
        this.counters = counters;
        this.connections = new Connections(vertx, config.limits(), counters);
        this.login = login;
        this.workers = workers;
    }

    /** An IOException says why it cannot listen there. */
    HttpServer open(Place place, Front.Endpoints endpoints) throws IOException {
        Front front = new Front(
                config.limits(),
                counters,
                connections,
                new Gate(
                        counters,
                        new Guard(place.host(), config.hostNames(), place.loopback()),
                        place.loopback() ? Optional.empty() : login,
                        workers.logins()),
                workers,
                endpoints);
        HttpServer server = vertx.createHttpServer(serverOptions())
                .connectionHandler(connections::opened)
                .invalidRequestHandler(front::invalid)
                .requestHandler(front::handle);
        bind(server, place);
        return server;
    }

    private void bind(HttpServer server, Place place) throws IOException {
        Future<HttpServer> bound = Future.future(promise -> context.runOnContext(now ->
                server.listen(place.port(), place.address().getHostAddress()).onComplete(promise)));
        try {
            bound.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "listen: " + place + " (expected: a free port on an address of this machine; " + cause.getMessage()
                            + ")",
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("listen: " + place + " (expected: not to be interrupted)", e);
        }
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(config.limits().headBytes())
                .setMaxHeaderSize(config.limits().headBytes())
                .setIdleTimeout((int) config.limits().idle().toSeconds())
                .setHttp2ClearTextEnabled(false)
                .setCompressionSupported(false)
                .setHandle100ContinueAutomatically(false);
    }
}
