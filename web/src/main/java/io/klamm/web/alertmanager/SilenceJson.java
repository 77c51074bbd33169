package io.klamm.web.alertmanager;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.web.http.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** Writes silences. */
final class SilenceJson {

    private SilenceJson() {}

    static void write(JsonGenerator json, Silence silence, Instant now) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", silence.id());
        json.writeObjectFieldStart("status");
        json.writeStringField("state", silence.stateAt(now).name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
        V2Json.time(json, "updatedAt", silence.updatedAt());
        json.writeStringField("comment", silence.comment());
        json.writeStringField("createdBy", silence.createdBy());
        V2Json.time(json, "endsAt", silence.endsAt());
        Json.array(json, "matchers", silence.matchers(), SilenceJson::matcher);
        V2Json.time(json, "startsAt", silence.startsAt());
        json.writeEndObject();
    }

    private static void matcher(JsonGenerator json, AlertMatcher matcher) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("isEqual", matcher.operator().equal());
        json.writeBooleanField("isRegex", matcher.operator().regex());
        json.writeStringField("name", matcher.name());
        json.writeStringField("value", matcher.value());
        json.writeEndObject();
    }
}
