package io.klamm.web.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.web.http.JsonBody;
import io.klamm.web.http.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what clients send, with the errors that they know. */
final class V2Body {

    /** What Go's clients send for a time that they leave out. */
    private static final Instant NONE = Instant.parse("0001-01-01T00:00:00Z");

    private V2Body() {}

    /** @param name that of the body in errors */
    static JsonNode tree(Request request, String name) throws V2Problem {
        if (!JsonBody.isJson(request)) {
            String type = request.contentType() == null ? "" : request.contentType();
            throw V2Problem.unread(415, "unsupported media type \"" + type + "\", only [application/json] are allowed");
        }
        if (request.body().isBlank()) {
            throw V2Problem.required(name);
        }
        try {
            return JsonBody.tree(request.body());
        } catch (JsonProcessingException e) {
            throw unreadable(name, e.getOriginalMessage());
        }
    }

    static V2Problem unreadable(String name, String why) {
        return V2Problem.unread(400, "parsing " + name + " body from \"\" failed, because " + why);
    }

    /** A text; empty where there is none. */
    static Optional<String> text(JsonNode object, String field, String body) throws V2Problem {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw unreadable(body, field + " is no text");
        }
        return Optional.of(value.asText());
    }

    /** A time; empty where there is none. */
    static Optional<Instant> time(JsonNode object, String field, String body) throws V2Problem {
        Optional<String> text = text(object, field, body);
        if (text.isEmpty() || text.get().isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant time = OffsetDateTime.parse(text.get()).toInstant();
            return time.equals(NONE) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException e) {
            throw unreadable(body, field + " is no time of RFC 3339: " + text.get());
        }
    }

    /** Texts by name, without empty ones. */
    static Map<String, String> texts(JsonNode object, String field, String body) throws V2Problem {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : object.path(field).properties()) {
            if (!entry.getValue().isTextual()) {
                throw unreadable(body, field + "." + entry.getKey() + " is no text");
            }
            if (!entry.getValue().asText().isEmpty()) {
                texts.put(entry.getKey(), entry.getValue().asText());
            }
        }
        return texts;
    }
}
