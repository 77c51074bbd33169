package io.klamm.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;

/** Reads the body of a request as an object of JSON; what is not of its form is refused. */
public final class JsonBody {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    private JsonBody(JsonNode root) {
        this.root = root;
    }

    /** Any value of JSON. */
    public static JsonNode tree(String body) throws JsonProcessingException {
        return MAPPER.readTree(body);
    }

    /** The body of a request, which says that it is JSON: a form of another site's page cannot say so unasked. */
    public static JsonBody of(Request request) throws Refused {
        if (!isJson(request)) {
            throw new Refused(new ApiError(
                    415,
                    "bad_request",
                    "Content-Type: " + request.contentType() + " (expected: application/json)",
                    null));
        }
        try {
            JsonNode root = tree(request.body());
            if (!root.isObject()) {
                throw bad("body: no object (expected: an object of JSON)");
            }
            return new JsonBody(root);
        } catch (JsonProcessingException e) {
            throw bad("body: " + e.getOriginalMessage() + " (expected: an object of JSON)");
        }
    }

    /** Whether a request says that its body is JSON. */
    public static boolean isJson(Request request) {
        String type = request.contentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
    }

    /** A text that has to be there. */
    public String text(String field) throws Refused {
        JsonNode value = root.path(field);
        if (!value.isTextual()) {
            throw bad(field + ": " + (value.isMissingNode() ? "missing" : value) + " (expected: a text)");
        }
        return value.asText();
    }

    private static Refused bad(String message) {
        return new Refused(ApiError.badRequest(message));
    }
}
