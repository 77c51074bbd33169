package io.klamm.web.http;

import org.jspecify.annotations.Nullable;

/**
 * Why a request has not been answered as it was meant.
 *
 * @param message {@code what: value (expected: ...)}
 * @param hint what to do about it
 */
public record ApiError(
        int status, String code, String message, @Nullable String hint) {

    public static ApiError badRequest(String message) {
        return new ApiError(400, "bad_request", message, null);
    }

    public static ApiError notFound(String message, String hint) {
        return new ApiError(404, "not_found", message, hint);
    }

    public static ApiError notReady(String message, String hint) {
        return new ApiError(503, "not_ready", message, hint);
    }

    public static ApiError internal() {
        return new ApiError(500, "internal", "the answer could not be made", "the server's log says why");
    }

    public byte[] toJson() {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("code", code);
            json.writeStringField("message", message);
            Json.text(json, "hint", hint);
            json.writeEndObject();
        });
    }
}
