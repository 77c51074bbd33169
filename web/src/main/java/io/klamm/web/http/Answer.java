package io.klamm.web.http;

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
public record Answer(int status, String contentType, List<byte[]> pieces, Map<String, String> headers) {

    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String HTML = "text/html; charset=utf-8";

    public Answer {
        pieces = List.copyOf(pieces);
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, List.of(body), Map.of());
    }

    public static Answer text(int status, String text) {
        return of(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer error(ApiError error) {
        return of(error.status(), JSON, error.toJson());
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, pieces, more);
    }

    public long length() {
        return pieces.stream().mapToLong(piece -> piece.length).sum();
    }
}
