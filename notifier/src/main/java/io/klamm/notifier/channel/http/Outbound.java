package io.klamm.notifier.channel.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request to a receiver.
 *
 * @param headers its own, beside those of the configuration
 * @param content in UTF-8
 */
public record Outbound(String method, URI uri, Map<String, String> headers, Optional<String> content) {

    private static final String JSON = "application/json";

    public Outbound {
        headers = Map.copyOf(headers);
    }

    /** A POST of JSON. */
    public static Outbound json(URI uri, String content) {
        return new Outbound("POST", uri, Map.of("Content-Type", JSON), Optional.of(content));
    }

    /** A POST of JSON with the header {@code Authorization}. */
    public static Outbound json(URI uri, String content, String authorization) {
        return new Outbound(
                "POST", uri, Map.of("Content-Type", JSON, "Authorization", authorization), Optional.of(content));
    }

    /** The same with one more header. */
    public Outbound with(String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new Outbound(method, uri, all, content);
    }

    Outbound at(URI other) {
        return new Outbound(method, other, headers, content);
    }

    /** Method and host: what of it may be told. */
    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}
