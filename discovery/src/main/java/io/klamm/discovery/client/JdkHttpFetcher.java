package io.klamm.discovery.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Asks by the JDK's client. Secrets are read anew for each request, and the client is made anew when a file of {@code tls_config} changes. */
public final class JdkHttpFetcher implements HttpFetcher {

    private final HttpConfig config;
    private final Executor executor;

    @Nullable
    private HttpClient client;

    private List<FileTime> stamps = List.of();

    /**
     * A fetcher that has connected to nothing yet.
     *
     * @param executor where the client works on what comes in; it never waits there
     */
    public JdkHttpFetcher(HttpConfig config, Executor executor) {
        this.config = config;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<Fetched> fetch(HttpRequestSpec request) {
        return request.uri().getHost() == null
                ? CompletableFuture.supplyAsync(() -> OddHosts.resolved(request), executor)
                        .thenCompose(this::send)
                        .exceptionally(failure -> new Fetched.Failed(Failures.text(failure)))
                : send(request);
    }

    private CompletableFuture<Fetched> send(HttpRequestSpec request) {
        try {
            return exchange(current(), request(request), request);
        } catch (IOException | IllegalArgumentException e) {
            return CompletableFuture.completedFuture(new Fetched.Failed(Failures.text(e)));
        }
    }

    private static CompletableFuture<Fetched> exchange(HttpClient client, HttpRequest request, HttpRequestSpec spec) {
        CompletableFuture<HttpResponse<List<ByteBuffer>>> sent =
                client.sendAsync(request, answer -> new LimitedSubscriber(spec.mostBytes()));
        // The request's own deadline ends with the headers; this one covers the body too.
        CompletableFuture<Fetched> fetched = sent.copy()
                .orTimeout(spec.deadline().toNanos(), TimeUnit.NANOSECONDS)
                .handle((answer, failure) ->
                        failure == null ? answer(answer) : new Fetched.Failed(Failures.text(failure)));
        CompletableFuture<Fetched> unused = fetched.whenComplete((outcome, cancelled) -> sent.cancel(true));
        return fetched;
    }

    private static Fetched answer(HttpResponse<List<ByteBuffer>> answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Fetched.Answer(answer.statusCode(), headers, answer.body());
    }

    private HttpRequest request(HttpRequestSpec spec) throws IOException {
        boolean secure = "https".equals(spec.uri().getScheme());
        HttpRequest.Builder request = HttpRequest.newBuilder(spec.uri())
                .timeout(spec.deadline())
                .version(secure && config.http2() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        spec.headers().forEach(request::setHeader);
        for (Map.Entry<String, HeaderValue> header : config.headers().entrySet()) {
            for (String value : header.getValue().now()) {
                request.header(header.getKey(), value);
            }
        }
        if (config.credentials().isPresent()) {
            request.setHeader(
                    "Authorization", config.credentials().get().header().reveal());
        }
        return withMethod(request, spec).build();
    }

    private static HttpRequest.Builder withMethod(HttpRequest.Builder request, HttpRequestSpec spec) {
        if (spec.content().isPresent()) {
            return request.method(
                    spec.method(),
                    HttpRequest.BodyPublishers.ofString(spec.content().get()));
        }
        return spec.method().equals("GET")
                ? request.GET()
                : request.method(spec.method(), HttpRequest.BodyPublishers.noBody());
    }

    private synchronized HttpClient current() throws IOException {
        List<FileTime> now = stamps();
        HttpClient known = client;
        if (known == null || !now.equals(stamps)) {
            known = newClient();
            client = known;
            stamps = now;
        }
        return known;
    }

    private List<FileTime> stamps() throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (Path file : config.tls().files()) {
            times.add(Files.getLastModifiedTime(file));
        }
        return times;
    }

    private HttpClient newClient() throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(executor)
                .followRedirects(config.followRedirects() ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER);
        if (!config.tls().equals(TlsConfig.DEFAULT)) {
            SSLParameters parameters = new SSLParameters();
            parameters.setProtocols(config.tls().protocols().toArray(new String[0]));
            builder.sslContext(TlsContexts.context(config.tls())).sslParameters(parameters);
        }
        config.proxy().ifPresent(proxy -> builder.proxy(new NoProxySelector(proxy, config.noProxy())));
        return builder.build();
    }

    /** Lets go of the client: its thread ends when nothing is under way any more. */
    @Override
    public synchronized void close() {
        client = null;
    }
}
