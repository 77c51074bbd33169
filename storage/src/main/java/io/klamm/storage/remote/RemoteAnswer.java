package io.klamm.storage.remote;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The answer to a {@link RemoteCall} in one piece. */
public final class RemoteAnswer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /** Takes the body over. */
    public RemoteAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** An answer without a body. */
    public static RemoteAnswer empty(int status) {
        return new RemoteAnswer(status, Map.of(), new byte[0]);
    }

    /** An answer for a person, ended by a line feed. */
    public static RemoteAnswer text(int status, String text) {
        return new RemoteAnswer(
                status,
                Map.of("Content-Type", "text/plain; charset=utf-8"),
                (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** An answer that tells what went wrong. */
    public static RemoteAnswer failure(int status, Exception failure) {
        String message = failure.getMessage();
        return text(status, message == null ? failure.getClass().getSimpleName() : message);
    }

    /** The same with further headers. */
    public RemoteAnswer with(Map<String, String> more) {
        TreeMap<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new RemoteAnswer(status, all, body);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The body itself, not a copy. */
    public byte[] body() {
        return body;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
