package io.klamm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code openapi.yaml} and holds answers against it. A field that is not described is a fault, as is one of the wrong type. */
final class OpenApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode root;

    private OpenApi(JsonNode root) {
        this.root = root;
    }

    static OpenApi load() throws IOException {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text);
            return new OpenApi(MAPPER.valueToTree(yaml));
        }
    }

    /** Templates of the paths that are wanted. */
    List<String> paths(Predicate<String> wanted) {
        List<String> paths = new ArrayList<>();
        root.path("paths").fieldNames().forEachRemaining(paths::add);
        return paths.stream().filter(wanted).toList();
    }

    /** Whether a path is of alerts and rules, and so not of a cluster. */
    static boolean isOfAlerts(String path) {
        return path.startsWith("/alerts/") || path.startsWith("/rules/");
    }

    /** The faults of an answer, empty when it is as described. */
    List<String> faults(String pathTemplate, int status, String body) throws IOException {
        return faults("get", pathTemplate, status, body);
    }

    /** The faults of an answer to a method, in small letters. */
    List<String> faults(String method, String pathTemplate, int status, String body) throws IOException {
        JsonNode response = resolve(root.path("paths")
                .path(pathTemplate)
                .path(method)
                .path("responses")
                .path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of(pathTemplate + ": status " + status + " is not described");
        }
        JsonNode schema = response.path("content").path("application/json").path("schema");
        List<String> faults = new ArrayList<>();
        check(schema, MAPPER.readTree(body), "$", faults);
        return faults;
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolve(root.at(reference.asText().substring(1)));
    }

    private void check(JsonNode unresolved, JsonNode value, String at, List<String> faults) {
        JsonNode schema = resolve(unresolved);
        if (value.isNull() && schema.path("nullable").asBoolean()) {
            return;
        }
        boolean right =
                switch (schema.path("type").asText()) {
                    case "object" -> value.isObject() && object(schema, value, at, faults);
                    case "array" -> value.isArray() && array(schema, value, at, faults);
                    case "string" -> value.isTextual() && inEnum(schema, value) && inFormat(schema, value);
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> false;
                };
        if (!right) {
            faults.add(at + ": " + value + " (expected: " + schema + ")");
        }
    }

    private boolean object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                faults.add(at + "." + required.asText() + ": missing");
            }
        }
        JsonNode others = schema.path("additionalProperties");
        for (String field : new TreeSet<>(names(value))) {
            JsonNode property = schema.path("properties").path(field);
            if (property.isMissingNode() && others.isMissingNode()) {
                faults.add(at + "." + field + ": not described");
            } else {
                check(property.isMissingNode() ? others : property, value.path(field), at + "." + field, faults);
            }
        }
        return true;
    }

    private static List<String> names(JsonNode value) {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private boolean array(JsonNode schema, JsonNode value, String at, List<String> faults) {
        for (int i = 0; i < value.size(); i++) {
            check(schema.path("items"), value.path(i), at + "[" + i + "]", faults);
        }
        return true;
    }

    private static boolean inEnum(JsonNode schema, JsonNode value) {
        if (schema.path("enum").isMissingNode()) {
            return true;
        }
        for (JsonNode allowed : schema.path("enum")) {
            if (allowed.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inFormat(JsonNode schema, JsonNode value) {
        return !schema.path("format").asText().equals("date-time")
                || value.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    }
}
