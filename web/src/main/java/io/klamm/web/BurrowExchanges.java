package io.klamm.web;

import io.klamm.web.burrow.BurrowAnswer;
import io.klamm.web.burrow.BurrowApi;
import io.klamm.web.http.Answer;
import io.klamm.web.http.ApiError;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Has Burrow's API answer, and sends what it says as Burrow sends it: without our usual headers, which Burrow's clients do not expect. */
final class BurrowExchanges {

    private static final Pattern OURS = Pattern.compile("(?i)/+(v3|v2|burrow)(/.*)?");

    private final BurrowApi api;
    private final Scope scope;

    /** Which paths are Burrow's. */
    enum Scope {
        /** All: the listener is its own. */
        ALL,
        /** Those that no other part of the server has. */
        ITS_OWN,
        NONE
    }

    BurrowExchanges(BurrowApi api, Scope scope) {
        this.api = api;
        this.scope = scope;
    }

    boolean serves(String path) {
        return switch (scope) {
            case ALL -> true;
            case ITS_OWN -> OURS.matcher(path).matches();
            case NONE -> false;
        };
    }

    /** Whether a path only tells that the server is there, so that it needs no login. */
    boolean isProbe(String path) {
        return scope != Scope.NONE && (path.equals("/burrow/admin") || path.equals("/burrow/admin/ready"));
    }

    /** @param failed told of what went wrong */
    void answer(Exchange exchange, WorkerExecutor worker, BiConsumer<Exchange, Throwable> failed) {
        String method = exchange.request().method().name();
        exchange.route(api.route(method, exchange.path()));
        ApiError refused = changes(method)
                ? Guard.refuseOrigin(
                        exchange.header("Sec-Fetch-Site"), exchange.header("Origin"), exchange.header("Host"))
                : null;
        if (refused != null) {
            exchange.send(refused);
            return;
        }
        // A body that does not come is that of a client that has gone: nobody is left to be answered.
        exchange.body().onSuccess(body -> worker.executeBlocking(() -> answer(exchange, method, body), false)
                .onSuccess(exchange::sendExactly)
                .onFailure(cause -> failed.accept(exchange, cause)));
    }

    private static boolean changes(String method) {
        return method.equals("POST") || method.equals("DELETE");
    }

    private Answer answer(Exchange exchange, String method, Buffer body) {
        BurrowAnswer answer =
                api.answer(method, exchange.path(), exchange.request().query(), body.getBytes());
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        Answer plain = new Answer(answer.status(), "", List.of(bytes), answer.headers());
        if (!answer.chunked()) {
            return plain.with("Content-Length", Integer.toString(bytes.length));
        }
        return ContentCoding.plainOrZipped(plain, exchange.header("Accept-Encoding"))
                .with("Transfer-Encoding", "chunked");
    }
}
