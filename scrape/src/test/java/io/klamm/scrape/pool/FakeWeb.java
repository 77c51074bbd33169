package io.klamm.scrape.pool;

import io.klamm.discovery.client.Fetched;
import io.klamm.discovery.client.HttpFetcher;
import io.klamm.discovery.client.HttpRequestSpec;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Servers in memory: each address has a page, a failure, or hangs. It passes the tests of the real fetcher. */
final class FakeWeb implements HttpFetcher {

    static final String TEXT = "text/plain; version=0.0.4";

    private final Map<URI, Fetched> answers = new HashMap<>();
    private final List<HttpRequestSpec> asked = new ArrayList<>();
    private final List<CompletableFuture<Fetched>> hanging = new ArrayList<>();

    /** Nothing is under an address until it is given something. */
    void page(String uri, String page) {
        answer(uri, 200, TEXT, page);
    }

    void answer(String uri, int status, String contentType, String page) {
        ByteBuffer body = ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8));
        answers.put(URI.create(uri), new Fetched.Answer(status, Map.of("Content-Type", contentType), List.of(body)));
    }

    void fail(String uri, String reason) {
        answers.put(URI.create(uri), new Fetched.Failed(reason));
    }

    void hang(String uri) {
        answers.remove(URI.create(uri));
    }

    List<HttpRequestSpec> asked() {
        return asked;
    }

    /** The exchanges that wait for an answer. */
    List<CompletableFuture<Fetched>> hanging() {
        return hanging;
    }

    @Override
    public CompletableFuture<Fetched> fetch(HttpRequestSpec request) {
        asked.add(request);
        Fetched answer = answers.get(request.uri());
        if (answer instanceof Fetched.Answer page && tooLarge(page, request.mostBytes())) {
            return CompletableFuture.completedFuture(new Fetched.Failed("body size limit exceeded"));
        }
        if (answer != null) {
            return CompletableFuture.completedFuture(answer);
        }
        CompletableFuture<Fetched> future = new CompletableFuture<>();
        hanging.add(future);
        return future;
    }

    private static boolean tooLarge(Fetched.Answer page, long most) {
        return most > 0 && page.body().stream().mapToLong(ByteBuffer::remaining).sum() > most;
    }

    @Override
    public void close() {}
}
