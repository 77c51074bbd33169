package io.klamm.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sent back for a request: decided without I/O, sent by {@link Exchange}.
 *
 * @param pieces the body, to be sent one piece after the other
 * @param headers besides those that every answer has
 */
record Answer(int status, String contentType, List<byte[]> pieces, Map<String, String> headers) {

    static final String JSON = "application/json";
    static final String TEXT = "text/plain; charset=utf-8";
    static final String HTML = "text/html; charset=utf-8";

    Answer {
        pieces = List.copyOf(pieces);
        headers = Map.copyOf(headers);
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, List.of(body), Map.of());
    }

    static Answer text(int status, String text) {
        return of(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer error(ApiError error) {
        return of(error.status(), JSON, error.toJson());
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, pieces, more);
    }

    long length() {
        return pieces.stream().mapToLong(piece -> piece.length).sum();
    }
}
