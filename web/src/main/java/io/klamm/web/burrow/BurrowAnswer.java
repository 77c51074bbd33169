package io.klamm.web.burrow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Burrow sends back for a request.
 *
 * @param headers all of them, but for those that say how the body is sent
 * @param chunked whether the body is sent in chunks, without its length
 */
public record BurrowAnswer(int status, Map<String, String> headers, String body, boolean chunked) {

    static final String TEXT = "text/plain; charset=utf-8";

    public BurrowAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static BurrowAnswer of(int status, Map<String, String> headers, String body) {
        return new BurrowAnswer(status, headers, body, false);
    }

    /** How Go's library sends an error as text. */
    static BurrowAnswer goError(int status, String text) {
        return of(status, Map.of("Content-Type", TEXT, "X-Content-Type-Options", "nosniff"), text + "\n");
    }

    BurrowAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new BurrowAnswer(status, more, body, chunked);
    }
}
