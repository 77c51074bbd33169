package io.klamm.storage.remote.send;

import io.klamm.storage.remote.http.BoundedBody;
import io.klamm.storage.remote.write.WriteProtocol;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Posts to a destination's address. Safe for use by several threads. */
public final class HttpTransport implements Transport {

    private static final int SHOWN = 1024;

    private final SendConfig config;
    private final HttpClient http;

    public HttpTransport(SendConfig config, HttpClient http) {
        this.config = config;
        this.http = http;
    }

    @Override
    public CompletableFuture<Reply> send(WriteProtocol protocol, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(config.url())
                .timeout(config.timeout())
                .header("Content-Type", protocol.contentType())
                .header("Content-Encoding", "snappy")
                .header("X-Prometheus-Remote-Write-Version", protocol.version())
                .header("User-Agent", "klamm")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        config.headers().forEach(request::setHeader);
        return http.sendAsync(request.build(), BoundedBody.beginning(SHOWN))
                .orTimeout(config.timeout().toMillis() + 1_000, TimeUnit.MILLISECONDS)
                .handle((response, failure) -> response == null ? none(failure) : reply(response));
    }

    private static Reply none(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String name = cause.getClass().getSimpleName();
        return Reply.none(cause.getMessage() == null ? name : name + ": " + cause.getMessage());
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        String text =
                new String(response.body(), StandardCharsets.UTF_8).strip().replaceAll("\\p{Cntrl}", " ");
        return new Reply(response.statusCode(), headers, text);
    }
}
