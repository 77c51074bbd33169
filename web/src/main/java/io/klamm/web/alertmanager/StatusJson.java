package io.klamm.web.alertmanager;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.web.alerts.AlertDesk;
import java.io.IOException;

/** Writes what the server says of itself: alone, with its configuration as it was read, without secrets. */
final class StatusJson {

    /** Whose answers these are. */
    private static final String API_VERSION = "0.28.0";

    private StatusJson() {}

    static void write(JsonGenerator json, AlertDesk desk, String version) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("cluster");
        json.writeArrayFieldStart("peers");
        json.writeEndArray();
        json.writeStringField("status", "disabled");
        json.writeEndObject();
        json.writeObjectFieldStart("config");
        json.writeStringField("original", desk.configuration());
        json.writeEndObject();
        V2Json.time(json, "uptime", desk.startedAt());
        versions(json, version);
        json.writeEndObject();
    }

    private static void versions(JsonGenerator json, String version) throws IOException {
        json.writeObjectFieldStart("versionInfo");
        json.writeStringField("branch", "klamm");
        json.writeStringField("buildDate", "");
        json.writeStringField("buildUser", "");
        json.writeStringField("goVersion", "");
        json.writeStringField("revision", "klamm-" + version);
        json.writeStringField("version", API_VERSION);
        json.writeEndObject();
    }
}
