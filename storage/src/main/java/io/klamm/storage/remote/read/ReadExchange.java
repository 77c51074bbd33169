package io.klamm.storage.remote.read;

import io.klamm.storage.Series;
import io.klamm.storage.StorageException;
import io.klamm.storage.remote.http.BoundedBody;
import io.klamm.storage.remote.wire.SnappyBlock;
import io.klamm.storage.remote.wire.WireException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a read and waits for its answer. Safe for use by several threads. */
final class ReadExchange {

    private static final int SHOWN = 512;

    private final RemoteReadConfig config;
    private final HttpClient http;

    ReadExchange(RemoteReadConfig config, HttpClient http) {
        this.config = config;
        this.http = http;
    }

    /** The series of an answer; a {@link StorageException} says why there is none. */
    List<Series> ask(ReadQuery query, boolean chunks) {
        HttpResponse<byte[]> response = send(new ReadRequest(List.of(query), chunks).encode());
        if (response.statusCode() / 100 != 2) {
            throw new StorageException(config + ": status " + response.statusCode() + ": " + start(response.body()));
        }
        String type = response.headers().firstValue("Content-Type").orElse("none");
        try {
            return new ReadResponse(config.toString(), query.from(), query.to(), config.maxBytes())
                    .read(type, response.body());
        } catch (WireException e) {
            throw new StorageException(config + ": " + e.getMessage(), e);
        }
    }

    private HttpResponse<byte[]> send(byte[] message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(config.url())
                .timeout(config.timeout())
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "snappy")
                .header("X-Prometheus-Remote-Read-Version", "0.1.0")
                .header("User-Agent", "klamm")
                .POST(HttpRequest.BodyPublishers.ofByteArray(SnappyBlock.encode(message, message.length)));
        config.headers().forEach(request::setHeader);
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), BoundedBody.whole(config.maxBytes()));
        try {
            return answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new StorageException(config + ": " + why, cause);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new StorageException(config + ": no answer within " + config.timeout(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new StorageException(config + ": interrupted", e);
        }
    }

    /** The beginning of a text that tells what went wrong. */
    private static String start(byte[] body) {
        String text = new String(body, 0, Math.min(SHOWN, body.length), StandardCharsets.UTF_8);
        return text.strip().replaceAll("\\p{Cntrl}", " ");
    }
}
