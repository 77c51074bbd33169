package io.klamm.web.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.series.Labels;
import io.klamm.web.http.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes alerts and what happened to them. */
final class AlertJson {

    private AlertJson() {}

    static void event(JsonGenerator json, AlertEvent event) throws IOException {
        json.writeStartObject();
        Json.time(json, "at", event.at());
        json.writeStringField("kind", event.kind().name().toLowerCase(Locale.ROOT));
        labels(json, "labels", event.labels());
        json.writeStringField("detail", event.detail());
        json.writeEndObject();
    }

    static void kept(JsonGenerator json, KeptAlert kept, Instant now) throws IOException {
        Alert alert = kept.alert();
        json.writeStartObject();
        json.writeStringField("fingerprint", alert.fingerprint());
        labels(json, "labels", alert.labels());
        json.writeObjectFieldStart("annotations");
        for (Map.Entry<String, String> entry : alert.annotations().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        json.writeStringField("state", AlertState.of(kept, now).word());
        Json.time(json, "startsAt", alert.startsAt());
        Json.time(json, "endsAt", alert.endsAt());
        Json.time(json, "updatedAt", kept.updatedAt());
        json.writeStringField("generatorUrl", alert.generatorUrl());
        texts(json, "receivers", kept.receivers());
        texts(json, "silencedBy", kept.silencedBy());
        texts(json, "inhibitedBy", kept.inhibitedBy());
        texts(json, "mutedBy", kept.mutedBy());
        json.writeEndObject();
    }

    static void labels(JsonGenerator json, String field, Labels labels) throws IOException {
        json.writeObjectFieldStart(field);
        for (int i = 0; i < labels.size(); i++) {
            json.writeStringField(labels.name(i), labels.value(i));
        }
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        Json.array(json, field, texts, (out, text) -> out.writeString(text));
    }
}
