package io.klamm.storage.remote.read;

import io.klamm.model.series.Labels;
import io.klamm.storage.Matcher;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a remote store is asked.
 *
 * @param name in messages
 * @param url of its remote read, such as {@code http://127.0.0.1:9090/api/v1/read}
 * @param headers sent with every request, such as {@code Authorization}; never shown
 * @param timeout for a whole answer
 * @param maxBytes the largest answer that is taken, decompressed
 * @param requiredMatchers it is only asked when the selection has all of these conditions, equal ones
 * @param externalLabels the labels that this server's samples have over there: asked for, unless the selection says otherwise, and taken off what comes
 * @param filterExternalLabels whether to ask for the external labels
 * @param readRecent whether it is also asked for the time that the local store covers
 */
public record RemoteReadConfig(
        String name,
        URI url,
        Map<String, String> headers,
        Duration timeout,
        int maxBytes,
        List<Matcher> requiredMatchers,
        Labels externalLabels,
        boolean filterExternalLabels,
        boolean readRecent) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);
    public static final int DEFAULT_MAX_BYTES = 256 << 20;

    public RemoteReadConfig {
        headers = Map.copyOf(headers);
        requiredMatchers = List.copyOf(requiredMatchers);
    }

    /** The usual: asked for everything, all of which is taken as it comes. */
    public static RemoteReadConfig of(String name, URI url) {
        return new RemoteReadConfig(
                name, url, Map.of(), DEFAULT_TIMEOUT, DEFAULT_MAX_BYTES, List.of(), Labels.EMPTY, true, true);
    }

    /** Without the headers, which may hold secrets. */
    @Override
    public String toString() {
        return "remote read " + name + " at " + url;
    }
}
