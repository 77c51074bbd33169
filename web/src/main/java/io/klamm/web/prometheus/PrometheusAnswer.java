package io.klamm.web.prometheus;

import io.klamm.storage.remote.read.ReadAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is sent back, decided without I/O. The bytes are handed over and written to by nobody. */
public final class PrometheusAnswer {

    static final String JSON = "application/json";
    static final String TEXT = "text/plain; charset=utf-8";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;
    private final ReadAnswer.@Nullable Frames frames;

    PrometheusAnswer(int status, String contentType, byte[] body, Map<String, String> headers) {
        this(status, contentType, body, headers, null);
    }

    private PrometheusAnswer(
            int status,
            String contentType,
            byte[] body,
            Map<String, String> headers,
            ReadAnswer.@Nullable Frames frames) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = Map.copyOf(headers);
        this.frames = frames;
    }

    /** A body that is made while it is sent. */
    static PrometheusAnswer streamed(ReadAnswer.Streamed answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        String type = headers.remove("Content-Type");
        return new PrometheusAnswer(200, type == null ? TEXT : type, new byte[0], headers, answer.frames());
    }

    static PrometheusAnswer json(int status, JsonBytes json) {
        return new PrometheusAnswer(status, JSON, json.toBytes(), Map.of());
    }

    static PrometheusAnswer text(int status, String text) {
        return new PrometheusAnswer(status, TEXT, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** The same with further headers. */
    PrometheusAnswer with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new PrometheusAnswer(status, contentType, body, all, frames);
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }

    /** The pieces of the body that come after {@link #body()}; null if that is all. To be closed. */
    public ReadAnswer.@Nullable Frames frames() {
        return frames;
    }

    /** Besides the content type and those that every answer has. */
    public Map<String, String> headers() {
        return headers;
    }
}
