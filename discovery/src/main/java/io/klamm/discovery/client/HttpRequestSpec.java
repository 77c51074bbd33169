package io.klamm.discovery.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One GET.
 *
 * @param headers beside those of the configuration
 * @param deadline for all of it, the body included
 * @param mostBytes of the body, as sent and as unpacked; 0 for no limit but memory's
 */
public record HttpRequestSpec(URI uri, Map<String, String> headers, Duration deadline, long mostBytes) {

    public HttpRequestSpec {
        headers = Map.copyOf(headers);
    }
}
