package io.klamm.web.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds answers against Prometheus's own description of its API (OpenAPI 3.1). */
final class GoldenSchema {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode root;

    private GoldenSchema(JsonNode root) {
        this.root = root;
    }

    static GoldenSchema read(Path file) throws IOException {
        Object yaml = new Load(LoadSettings.builder()
                        .setMaxAliasesForCollections(1_000)
                        .build())
                .loadFromString(Files.readString(file));
        return new GoldenSchema(MAPPER.valueToTree(yaml));
    }

    /** The faults of an answer; empty when it is as described. */
    List<String> faults(String path, int status, byte[] body) throws IOException {
        JsonNode responses = root.path("paths").path(path).path("get").path("responses");
        JsonNode response = responses.has(Integer.toString(status))
                ? responses.path(Integer.toString(status))
                : responses.path("default");
        JsonNode schema = response.path("content").path("application/json").path("schema");
        if (schema.isMissingNode()) {
            return List.of(path + ": status " + status + " is not described");
        }
        return faults(schema, MAPPER.readTree(body), "$");
    }

    private List<String> faults(JsonNode given, JsonNode value, String at) {
        JsonNode schema = resolve(given);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return oneOf(schema.path(choice), value, at);
            }
        }
        List<String> faults = new ArrayList<>();
        schema.path("allOf").forEach(part -> faults.addAll(faults(part, value, at)));
        if (schema.has("type") && !ofType(schema.path("type"), value)) {
            faults.add(at + ": " + value + " (expected: " + schema.path("type") + ")");
            return faults;
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(at + ": " + value + " (expected: one of " + schema.path("enum") + ")");
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + "." + name.asText() + ": missing");
            }
        });
        if (value.isObject()) {
            value.properties().forEach(field -> faults.addAll(field(schema, field.getKey(), field.getValue(), at)));
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                faults.addAll(faults(schema.path("items"), value.path(i), at + "[" + i + "]"));
            }
        }
        return faults;
    }

    private List<String> field(JsonNode schema, String name, JsonNode value, String at) {
        JsonNode known = schema.path("properties").path(name);
        if (!known.isMissingNode()) {
            return faults(known, value, at + "." + name);
        }
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject()) {
            return faults(others, value, at + "." + name);
        }
        return others.isBoolean() && !others.asBoolean() ? List.of(at + "." + name + ": not described") : List.of();
    }

    private List<String> oneOf(JsonNode choices, JsonNode value, String at) {
        List<String> fewest = List.of(at + ": no choice");
        boolean first = true;
        for (JsonNode choice : choices) {
            List<String> faults = faults(choice, value, at);
            if (faults.isEmpty()) {
                return faults;
            }
            if (first || faults.size() < fewest.size()) {
                fewest = faults;
                first = false;
            }
        }
        return fewest;
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (ofType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.path("$ref").asText().substring(1))) : node;
    }
}
