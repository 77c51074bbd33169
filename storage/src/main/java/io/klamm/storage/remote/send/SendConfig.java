package io.klamm.storage.remote.send;

import io.klamm.model.series.Labels;
import io.klamm.storage.remote.write.WriteProtocol;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A destination of remote write.
 *
 * @param name in messages, of its files and of its place in the log; letters, digits, {@code . _ -}
 * @param url such as {@code http://127.0.0.1:9090/api/v1/write}
 * @param headers sent with every request, such as {@code Authorization}; never shown
 * @param timeout for one request
 * @param protocol the version to begin with; a destination that does not know the second is spoken to in the first
 * @param externalLabels put on every series that has none of the same name, before it is relabelled
 * @param relabel what is done to every series before it is sent
 * @param samplesPerRequest about how many
 * @param requestsAtOnce at most so many are on their way
 * @param deadline how long samples wait for a request to become full
 * @param minBackoff the first pause after a failure
 * @param maxBackoff the longest pause after failures
 * @param fromOldest whether a destination that is new gets all that the log still has, rather than what comes from now on
 */
public record SendConfig(
        String name,
        URI url,
        Map<String, String> headers,
        Duration timeout,
        WriteProtocol protocol,
        Labels externalLabels,
        Relabel relabel,
        int samplesPerRequest,
        int requestsAtOnce,
        Duration deadline,
        Duration minBackoff,
        Duration maxBackoff,
        boolean fromOldest) {

    public static final int DEFAULT_SAMPLES_PER_REQUEST = 2_000;
    public static final int DEFAULT_REQUESTS_AT_ONCE = 8;

    public SendConfig {
        headers = Map.copyOf(headers);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "remote write: name " + name + " (expected: letters, digits, dots, underscores or hyphens)");
        }
        if (samplesPerRequest < 1 || samplesPerRequest > 1_000_000) {
            throw new IllegalArgumentException(
                    "samples per request: " + samplesPerRequest + " (expected: 1 to 1000000)");
        }
        if (requestsAtOnce < 1 || requestsAtOnce > 1_000) {
            throw new IllegalArgumentException("requests at once: " + requestsAtOnce + " (expected: 1 to 1000)");
        }
    }

    /** The usual: all series as they are, in version 2 where it is understood. */
    public static SendConfig of(String name, URI url) {
        return new SendConfig(
                name,
                url,
                Map.of(),
                Duration.ofSeconds(30),
                WriteProtocol.V2,
                Labels.EMPTY,
                Relabel.NONE,
                DEFAULT_SAMPLES_PER_REQUEST,
                DEFAULT_REQUESTS_AT_ONCE,
                Duration.ofSeconds(5),
                Duration.ofMillis(30),
                Duration.ofSeconds(5),
                false);
    }

    /** How the destination's place in the log is called. */
    public String reader() {
        return "remote_write/" + name;
    }

    /** Without the headers, which may hold secrets, and without a user in the address. */
    @Override
    public String toString() {
        String host = url.getHost() == null ? "" : url.getHost();
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return "remote write " + name + " to " + url.getScheme() + "://" + host + port + url.getPath();
    }
}
