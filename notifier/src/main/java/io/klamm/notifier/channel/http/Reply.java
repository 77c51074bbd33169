package io.klamm.notifier.channel.http;

import java.util.Map;
import java.util.TreeMap;

/** What came of a request to a receiver. */
public sealed interface Reply {

    /**
     * An answer of any status.
     *
     * @param host who answered
     * @param headers the first value of each, found in any case
     */
    record Answer(String host, int status, Map<String, String> headers, String body) implements Reply {

        private static final int SHOWN = 300;

        public Answer {
            Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.putAll(headers);
            headers = anyCase;
        }

        /** A header's value; empty if there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Host, status and the beginning of the body, on one line; it may still hold secrets of ours. */
        public String text() {
            String line = body.strip().replaceAll("\\s+", " ");
            String start = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
            return host + " answered " + status + (start.isEmpty() ? "" : ": " + start);
        }
    }

    /** No answer, or not all of it; it may be tried again. */
    record Failed(String reason) implements Reply {}

    /** It was not sent, and will not be. */
    record Forbidden(String reason) implements Reply {}
}
