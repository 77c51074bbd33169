package io.klamm.discovery.client;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a GET. */
public sealed interface Fetched {

    /**
     * An answer of any status.
     *
     * @param headers the first value of each, found in any case
     * @param body as it was sent, perhaps packed
     */
    record Answer(int status, Map<String, String> headers, List<ByteBuffer> body) implements Fetched {

        public Answer {
            Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.putAll(headers);
            headers = anyCase;
            body = List.copyOf(body);
        }

        /** A header's first value; empty if there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** The status as Prometheus's messages have it: {@code 404 Not Found}. */
        public String statusText() {
            return HttpStatus.text(status);
        }
    }

    /** No answer, or not all of it; the reason is for a person and holds no secret. */
    record Failed(String reason) implements Fetched {}
}
