package io.klamm.web.http;

import org.jspecify.annotations.Nullable;

/**
 * A request whose body has come.
 *
 * @param path as it was sent, not decoded
 * @param query without its question mark
 * @param contentType of the body
 * @param body as text
 */
public record Request(
        String method,
        String path,
        @Nullable String query,
        @Nullable String contentType,
        String body) {

    /** Whether it only asks. */
    public boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
