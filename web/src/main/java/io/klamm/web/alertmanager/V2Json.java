package io.klamm.web.alertmanager;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertGroup;
import io.klamm.model.alert.KeptAlert;
import io.klamm.web.http.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes alerts and groups, each field in Alertmanager's order, times with milliseconds. */
final class V2Json {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private V2Json() {}

    static <T> void list(JsonGenerator json, List<T> list, Json.Element<T> element) throws IOException {
        json.writeStartArray();
        for (T one : list) {
            element.write(json, one);
        }
        json.writeEndArray();
    }

    static void time(JsonGenerator json, String field, Instant time) throws IOException {
        json.writeStringField(field, TIME.format(time));
    }

    static void receiver(JsonGenerator json, String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeEndObject();
    }

    static void group(JsonGenerator json, AlertGroup group) throws IOException {
        json.writeStartObject();
        Json.array(json, "alerts", group.alerts(), V2Json::alert);
        texts(json, "labels", group.labels().toMap());
        json.writeFieldName("receiver");
        receiver(json, group.receiver());
        json.writeEndObject();
    }

    static void alert(JsonGenerator json, KeptAlert kept) throws IOException {
        Alert alert = kept.alert();
        json.writeStartObject();
        texts(json, "annotations", alert.annotations());
        time(json, "endsAt", alert.endsAt());
        json.writeStringField("fingerprint", alert.fingerprint());
        Json.array(json, "receivers", kept.receivers(), V2Json::receiver);
        time(json, "startsAt", alert.startsAt());
        status(json, kept);
        time(json, "updatedAt", kept.updatedAt());
        if (!alert.generatorUrl().isEmpty()) {
            json.writeStringField("generatorURL", alert.generatorUrl());
        }
        texts(json, "labels", alert.labels().toMap());
        json.writeEndObject();
    }

    private static void status(JsonGenerator json, KeptAlert kept) throws IOException {
        json.writeObjectFieldStart("status");
        Json.array(json, "inhibitedBy", kept.inhibitedBy(), (out, one) -> out.writeString(one));
        Json.array(json, "mutedBy", kept.mutedBy(), (out, one) -> out.writeString(one));
        Json.array(json, "silencedBy", kept.silencedBy(), (out, one) -> out.writeString(one));
        json.writeStringField("state", kept.suppressed() ? "suppressed" : "active");
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String field, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
