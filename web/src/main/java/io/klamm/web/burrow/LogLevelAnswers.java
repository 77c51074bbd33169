package io.klamm.web.burrow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers {@code /v3/admin/loglevel}. */
final class LogLevelAnswers {

    private final ObjectMapper mapper = new ObjectMapper();
    private final LogLevels levels;
    private final Envelope envelope;

    LogLevelAnswers(LogLevels levels, Envelope envelope) {
        this.levels = levels;
        this.envelope = envelope;
    }

    BurrowAnswer get(String url) {
        LogLevel level = levels.level(Optional.empty());
        return envelope.ok("log level returned", json -> envelope.request(json.field("level", level.label()), url));
    }

    BurrowAnswer set(String url, byte[] body) {
        Optional<String> name = name(body);
        if (name.isEmpty()) {
            return envelope.error(400, "could not decode message body", url);
        }
        Optional<LogLevel> level = LogLevel.of(name.get());
        if (level.isEmpty()) {
            return envelope.error(404, "unknown log level", url);
        }
        levels.level(level);
        return envelope.ok("set log level", json -> envelope.request(json, url));
    }

    /** The name in the body's first value, which may be missing; empty when the body is not of that form. */
    private Optional<String> name(byte[] body) {
        try (JsonParser parser = mapper.createParser(body)) {
            JsonNode first = mapper.readTree(parser);
            if (first == null || !(first.isObject() || first.isNull())) {
                return Optional.empty();
            }
            JsonNode level = level(first);
            return level == null || level.isNull() ? Optional.of("") : Optional.ofNullable(level.textValue());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The last member of that name, in whatever case. */
    private static @Nullable JsonNode level(JsonNode object) {
        JsonNode level = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase("level")) {
                level = member.getValue();
            }
        }
        return level;
    }
}
