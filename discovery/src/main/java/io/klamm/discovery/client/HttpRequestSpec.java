package io.klamm.discovery.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param method {@code GET}, {@code POST} ...
 * @param headers beside those of the configuration
 * @param content what is sent, in UTF-8
 * @param deadline for all of it, the body included
 * @param mostBytes of the answer's body, as sent and as unpacked; 0 for no limit but memory's
 */
public record HttpRequestSpec(
        String method,
        URI uri,
        Map<String, String> headers,
        Optional<String> content,
        Duration deadline,
        long mostBytes) {

    public HttpRequestSpec {
        headers = Map.copyOf(headers);
    }

    /** A GET. */
    public HttpRequestSpec(URI uri, Map<String, String> headers, Duration deadline, long mostBytes) {
        this("GET", uri, headers, Optional.empty(), deadline, mostBytes);
    }

    /** The same request to another address. */
    public HttpRequestSpec at(URI other) {
        return new HttpRequestSpec(method, other, headers, content, deadline, mostBytes);
    }
}
