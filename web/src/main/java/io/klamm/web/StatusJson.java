package io.klamm.web;

import io.klamm.web.http.Json;
import java.time.Instant;

/** Writes the answer to {@code /status}. */
final class StatusJson {

    private StatusJson() {}

    static byte[] write(Views views, Operations operations, String version, Instant startedAt) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("version", version);
            Json.time(json, "startedAt", startedAt);
            json.writeBooleanField("ready", operations.isReady());
            Json.array(json, "components", views.components(), ClusterJson::component);
            json.writeEndObject();
        });
    }
}
