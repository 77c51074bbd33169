package io.klamm.notifier.channel.http;

import io.klamm.discovery.client.Fetched;
import io.klamm.discovery.client.HttpConfig;
import io.klamm.discovery.client.HttpRequestSpec;
import io.klamm.discovery.client.JdkHttpFetcher;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to one receiver, as its {@code http_config} says, and to nobody else: what sends us to another host is not followed.
 *
 * <p>Connects to nothing before the first request. Safe from any thread.
 */
public final class OutboundHttp implements AutoCloseable {

    private static final long MOST_BYTES = 64 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final String USER_AGENT = "Klamm";

    private final HttpConfig config;
    private final JdkHttpFetcher fetcher;
    private final Executor executor;
    private final Duration timeout;

    /**
     * Sends by a client of its own.
     *
     * @param executor where names are looked up and answers taken in
     * @param timeout for all of an exchange, with the look-up of the name and the body of the answer
     */
    public OutboundHttp(HttpConfig config, Executor executor, Duration timeout) {
        this.config = config;
        this.fetcher = new JdkHttpFetcher(config.withoutRedirects(), executor);
        this.executor = executor;
        this.timeout = timeout;
    }

    /** Sends, and waits for the answer. */
    public Reply send(Outbound request) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        Outbound next = request;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Reply reply = exchange(next, end);
            Optional<URI> target = reply instanceof Reply.Answer answer ? target(next, answer) : Optional.empty();
            if (target.isEmpty()) {
                return reply;
            }
            next = next.at(target.get());
        }
        return new Reply.Failed(
                request.uri().getHost() + ": sends us on and on (expected: at most " + MOST_REDIRECTS + " redirects)");
    }

    private Reply exchange(Outbound request, long end) throws InterruptedException {
        Optional<Reply> refusal = guarded(request, end);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        CompletableFuture<Fetched> sent = fetcher.fetch(spec(request, left(end)));
        try {
            return reply(request, sent.get(left(end).toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return late(request);
        } finally {
            sent.cancel(true);
        }
    }

    /** Behind a proxy it is the proxy that looks the name up, so a name that we cannot find may be right. */
    private Optional<Reply> guarded(Outbound request, long end) throws InterruptedException {
        String host = request.uri().getHost();
        CompletableFuture<Optional<String>> refusal = CompletableFuture.supplyAsync(() -> refusal(host), executor);
        try {
            return refusal.get(left(end).toNanos(), TimeUnit.NANOSECONDS).map(Reply.Forbidden::new);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.of(late(request));
        }
    }

    private static Optional<String> refusal(String host) {
        try {
            return AddressGuard.refusal(host);
        } catch (UnknownHostException unknown) {
            // Whoever connects will find out, and says so.
            return Optional.empty();
        }
    }

    private Reply late(Outbound request) {
        return new Reply.Failed(request.uri().getHost() + ": no answer within " + timeout.toMillis() + " ms");
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    private static HttpRequestSpec spec(Outbound request, Duration deadline) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("User-Agent", USER_AGENT);
        headers.putAll(request.headers());
        return new HttpRequestSpec(request.method(), request.uri(), headers, request.content(), deadline, MOST_BYTES);
    }

    private Reply reply(Outbound request, Fetched fetched) {
        String host = request.uri().getHost();
        if (fetched instanceof Fetched.Answer answer) {
            return new Reply.Answer(host, answer.status(), answer.headers(), body(answer));
        }
        String reason = ((Fetched.Failed) fetched).reason();
        return reason.equals("context deadline exceeded") ? late(request) : new Reply.Failed(host + ": " + reason);
    }

    private static String body(Fetched.Answer answer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuffer part : answer.body()) {
            byte[] octets = new byte[part.remaining()];
            part.duplicate().get(octets);
            all.writeBytes(octets);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Where the answer sends us, if that keeps method and body, and stays with the same host and no less secure. */
    private Optional<URI> target(Outbound request, Reply.Answer answer) {
        boolean keeps = answer.status() == 307 || answer.status() == 308;
        if (!keeps || !config.followRedirects()) {
            return Optional.empty();
        }
        try {
            URI target = request.uri().resolve(answer.header("Location"));
            return sameHost(request.uri(), target) ? Optional.of(target) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean sameHost(URI from, URI to) {
        boolean samePlace = from.getPort() == to.getPort() && from.getScheme().equals(to.getScheme());
        boolean nowSecure = "https".equals(to.getScheme()) && to.getPort() < 0;
        return from.getHost().equalsIgnoreCase(String.valueOf(to.getHost())) && (samePlace || nowSecure);
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
